# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.arguments import EnumByDeviceType
from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import Limits, RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.account import ShsSubscriptionType
from ..enums.smartlock import (
    ActionOption,
    AdminPinState,
    AdvertisingMode,
    BatteryType,
    ButtonAction,
    BuzzerVolume,
    Capability,
    DaylightSavingMode,
    DoorbellSuppression,
    DoorState,
    FobAction,
    HomekitState,
    LockAction,
    LockMechanism,
    LockState,
    LockTrigger,
    MatterState,
    MotorSpeed,
    OpenerAction,
    OpenerButtonAction,
    OpenerFobAction,
    OpenerMode,
    OpenerState,
    OpenerTrigger,
    OperatingMode,
    ProductVariant,
    ServerState,
    ShsSubscriptionSegment,
    ShsSubscriptionState,
    SmartDoorMode,
    SmartlockMode,
    Sound,
    SoundConfirmation,
    TimezoneId,
)

_ActionOptionMembers: Final = members(ActionOption)
_AdminPinStateMembers: Final = members(AdminPinState)
_AdvertisingModeMembers: Final = members(AdvertisingMode)
_BatteryTypeMembers: Final = members(BatteryType)
_ButtonActionMembers: Final = members(ButtonAction)
_BuzzerVolumeMembers: Final = members(BuzzerVolume)
_CapabilityMembers: Final = members(Capability)
_DaylightSavingModeMembers: Final = members(DaylightSavingMode)
_DeviceTypeMembers: Final = members(DeviceType)
_DoorStateMembers: Final = members(DoorState)
_DoorbellSuppressionMembers: Final = members(DoorbellSuppression)
_FobActionMembers: Final = members(FobAction)
_HomekitStateMembers: Final = members(HomekitState)
_LockActionMembers: Final = members(LockAction)
_LockMechanismMembers: Final = members(LockMechanism)
_LockStateMembers: Final = members(LockState)
_LockTriggerMembers: Final = members(LockTrigger)
_MatterStateMembers: Final = members(MatterState)
_MotorSpeedMembers: Final = members(MotorSpeed)
_OpenerActionMembers: Final = members(OpenerAction)
_OpenerButtonActionMembers: Final = members(OpenerButtonAction)
_OpenerFobActionMembers: Final = members(OpenerFobAction)
_OpenerModeMembers: Final = members(OpenerMode)
_OpenerStateMembers: Final = members(OpenerState)
_OpenerTriggerMembers: Final = members(OpenerTrigger)
_OperatingModeMembers: Final = members(OperatingMode)
_ProductVariantMembers: Final = members(ProductVariant)
_ServerStateMembers: Final = members(ServerState)
_ShsSubscriptionSegmentMembers: Final = members(ShsSubscriptionSegment)
_ShsSubscriptionStateMembers: Final = members(ShsSubscriptionState)
_ShsSubscriptionTypeMembers: Final = members(ShsSubscriptionType)
_SmartDoorModeMembers: Final = members(SmartDoorMode)
_SmartlockModeMembers: Final = members(SmartlockMode)
_SoundMembers: Final = members(Sound)
_SoundConfirmationMembers: Final = members(SoundConfirmation)
_TimezoneIdMembers: Final = members(TimezoneId)
_FobActionOrOpenerFobActionByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {
    2: _OpenerFobActionMembers
}
_LockActionOrOpenerActionByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {
    2: _OpenerActionMembers
}
_LockStateOrOpenerStateByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerStateMembers}
_LockTriggerOrOpenerTriggerByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {
    2: _OpenerTriggerMembers
}
_SmartlockModeOrOpenerModeOrSmartDoorModeByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {
    2: _OpenerModeMembers,
    3: _SmartDoorModeMembers,
}


@define(kw_only=True, repr=False)
class SmartlockWebConfig(RequestModel):
    """What Nuki Web keeps about a device. Values absent or null stay as they are."""

    battery_warning_per_mail_enabled: bool | None | Unset = UNSET
    """Whether a low battery is reported by e-mail; absent or null leaves it unchanged."""
    dismissed_lift_up_handle_warning: list[int] | None | Unset = UNSET
    """Accounts that have put away the warning about the lift-up handle; absent or null leaves it
    unchanged, [] clears it.
    """
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "battery_warning_per_mail_enabled": "batteryWarningPerMailEnabled",
        "dismissed_lift_up_handle_warning": "dismissedLiftUpHandleWarning",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.battery_warning_per_mail_enabled, self.dismissed_lift_up_handle_warning) = (
            self._members(d)
        )
        return self


@define(kw_only=True, repr=False)
class WebConfigRequest(RequestModel):
    """The web config for one of several devices."""

    smartlock_id: SmartlockId | Unset = UNSET
    web_config: SmartlockWebConfig | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "smartlock_id": "smartlockId",
        "web_config": "webConfig",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_smartlock_id, raw_web_config) = self._members(d)
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_web_config.__class__ is dict:
            raw_web_config = SmartlockWebConfig.from_dict(raw_web_config)
        self.web_config = raw_web_config
        return self


@define(kw_only=True, repr=False)
class BulkWebConfigRequest(RequestModel):
    """Web configs for several devices, in one request."""

    web_config_requests: list[WebConfigRequest] | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"web_config_requests": "webConfigRequests"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_web_config_requests,) = self._members(d)
        if raw_web_config_requests.__class__ is list:
            raw_web_config_requests = [
                WebConfigRequest.from_dict(item) if item.__class__ is dict else item
                for item in raw_web_config_requests
            ]
        self.web_config_requests = raw_web_config_requests
        return self


@define(kw_only=True, repr=False)
class ShsSubscription(Model):
    """A Smart Hosting subscription of a device."""

    creation_date: datetime | Unset = UNSET
    expiration_date: datetime | Unset = UNSET
    grace_period_warning_email_sent: bool | Unset = UNSET
    is_grace_period_warning_dismissed: bool | Unset = UNSET
    is_in_grace_period: bool | Unset = UNSET
    shs_subscription_type: ShsSubscriptionType | Unset = UNSET
    state: ShsSubscriptionState | Unset = UNSET
    type: ShsSubscriptionSegment | Unset = UNSET
    update_date: datetime | Unset = UNSET
    contract_id: str | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "creation_date": "creationDate",
        "expiration_date": "expirationDate",
        "grace_period_warning_email_sent": "gracePeriodWarningEmailSent",
        "is_grace_period_warning_dismissed": "isGracePeriodWarningDismissed",
        "is_in_grace_period": "isInGracePeriod",
        "shs_subscription_type": "shsSubscriptionType",
        "state": "state",
        "type": "type",
        "update_date": "updateDate",
        "contract_id": "contractId",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            raw_creation_date,
            raw_expiration_date,
            self.grace_period_warning_email_sent,
            self.is_grace_period_warning_dismissed,
            self.is_in_grace_period,
            raw_shs_subscription_type,
            raw_state,
            raw_type,
            raw_update_date,
            self.contract_id,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_expiration_date.__class__ is str:
            raw_expiration_date = parse_datetime(raw_expiration_date)
        self.expiration_date = raw_expiration_date
        if raw_shs_subscription_type.__class__ is str:
            raw_shs_subscription_type = _ShsSubscriptionTypeMembers[raw_shs_subscription_type]
        self.shs_subscription_type = raw_shs_subscription_type
        if raw_state.__class__ is str:
            raw_state = _ShsSubscriptionStateMembers[raw_state]
        self.state = raw_state
        if raw_type.__class__ is str:
            raw_type = _ShsSubscriptionSegmentMembers[raw_type]
        self.type = raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


@define(kw_only=True, repr=False)
class SmartlockAdvancedConfig(RequestModel):
    """Further settings of a Smart Lock. Setting them is effectively a full replacement."""

    auto_lock: bool | Unset = UNSET
    """Whether the door locks itself some time after unlocking. A flag of its own from firmware
    2.7.8/1.9.1 on.
    """
    auto_lock_timeout: int | Unset = UNSET
    """Seconds from unlocking until the door locks itself. Before firmware 2.7.8/1.9.1 a 0 switches
    this off; from there on 2 is the least, and with auto_lock set a lower value becomes 2.
    """
    auto_update_enabled: bool | Unset = UNSET
    """Whether new firmware installs itself."""
    automatic_battery_type_detection: bool | Unset = UNSET
    """Whether the device finds out its battery type itself."""
    battery_type: BatteryType
    """Batteries in the device: ALKALI, ACCUMULATOR or LITHIUM."""
    detached_cylinder: bool | Unset = UNSET
    """Whether the inside of the cylinder turns apart from the outside."""
    double_button_press_action: ButtonAction | Unset = UNSET
    """What a double press of the button does."""
    enable_slow_speed_during_nightmode: bool | Unset = UNSET
    """Whether the motor runs slowly in night mode."""
    lng_timeout: int | Unset = UNSET
    """Seconds between unlocking and locking again in lock 'n' go. One of 5, 10, 15, 20, 30, 45, 60.
    """
    locked_position_offset_degrees: int
    """Degrees by which the locked position is shifted."""
    motor_speed: MotorSpeed | Unset = UNSET
    """Speed of the motor."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the device; changes are refused until it ends."""
    single_button_press_action: ButtonAction | Unset = UNSET
    """What one press of the button does."""
    single_locked_position_offset_degrees: int
    """Degrees by which the position after one turn of the key is shifted."""
    total_degrees: int | Unset = UNSET
    """Absolute end position found by calibration, in degrees; may be negative."""
    unlatch_duration: int | Unset = UNSET
    """Seconds for which the latch stays pulled. One of 1, 3, 5, 7, 10, 15, 20, 30."""
    unlocked_position_offset_degrees: int
    """Degrees by which the unlocked position is shifted."""
    unlocked_to_locked_transition_offset_degrees: int | Unset = UNSET
    """Degrees by which the point is shifted at which unlocked becomes locked."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "auto_lock": "autoLock",
        "auto_lock_timeout": "autoLockTimeout",
        "auto_update_enabled": "autoUpdateEnabled",
        "automatic_battery_type_detection": "automaticBatteryTypeDetection",
        "battery_type": "batteryType",
        "detached_cylinder": "detachedCylinder",
        "double_button_press_action": "doubleButtonPressAction",
        "enable_slow_speed_during_nightmode": "enableSlowSpeedDuringNightmode",
        "lng_timeout": "lngTimeout",
        "locked_position_offset_degrees": "lockedPositionOffsetDegrees",
        "motor_speed": "motorSpeed",
        "operation_id": "operationId",
        "single_button_press_action": "singleButtonPressAction",
        "single_locked_position_offset_degrees": "singleLockedPositionOffsetDegrees",
        "total_degrees": "totalDegrees",
        "unlatch_duration": "unlatchDuration",
        "unlocked_position_offset_degrees": "unlockedPositionOffsetDegrees",
        "unlocked_to_locked_transition_offset_degrees": "unlockedToLockedTransitionOffsetDegrees",
    }
    limits: ClassVar[Mapping[str, Limits]] = {
        "lng_timeout": Limits(allowed=(5, 10, 15, 20, 30, 45, 60)),
        "unlatch_duration": Limits(allowed=(1, 3, 5, 7, 10, 15, 20, 30)),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.auto_lock,
            self.auto_lock_timeout,
            self.auto_update_enabled,
            self.automatic_battery_type_detection,
            raw_battery_type,
            self.detached_cylinder,
            raw_double_button_press_action,
            self.enable_slow_speed_during_nightmode,
            self.lng_timeout,
            self.locked_position_offset_degrees,
            raw_motor_speed,
            self.operation_id,
            raw_single_button_press_action,
            self.single_locked_position_offset_degrees,
            self.total_degrees,
            self.unlatch_duration,
            self.unlocked_position_offset_degrees,
            self.unlocked_to_locked_transition_offset_degrees,
        ) = self._members(d)
        if raw_battery_type.__class__ is int:
            raw_battery_type = _BatteryTypeMembers[raw_battery_type]
        self.battery_type = raw_battery_type
        if raw_double_button_press_action.__class__ is int:
            raw_double_button_press_action = _ButtonActionMembers[raw_double_button_press_action]
        self.double_button_press_action = raw_double_button_press_action
        if raw_motor_speed.__class__ is int:
            raw_motor_speed = _MotorSpeedMembers[raw_motor_speed]
        self.motor_speed = raw_motor_speed
        if raw_single_button_press_action.__class__ is int:
            raw_single_button_press_action = _ButtonActionMembers[raw_single_button_press_action]
        self.single_button_press_action = raw_single_button_press_action
        return self


@define(kw_only=True, repr=False)
class SmartlockConfig(RequestModel):
    """Settings that devices of every type have. Setting them is effectively a full replacement:
    change what was read, and send all of it.
    """

    advertising_mode: AdvertisingMode
    """How often the device advertises itself over Bluetooth; slower saves battery."""
    auto_unlatch: bool | Unset = UNSET
    """Whether unlocking also pulls the latch, for doors with a knob. The document names the types
    Box and Smart Door only; locks of type 0 were seen to have it, too.
    """
    button_enabled: bool | Unset = UNSET
    """Whether the button of the device works."""
    capabilities: Capability | Unset = UNSET
    """What an Opener can do from the app; Opener only."""
    daylight_saving_mode: DaylightSavingMode | Unset = UNSET
    """Deprecated. Rule for daylight saving time."""
    device_type: DeviceType | Unset = UNSET
    """Type of the device."""
    fob_action_1: FobAction | OpenerFobAction | Unset = UNSET
    """What pressing the fob once does; OpenerFobAction for an Opener."""
    fob_action_2: FobAction | OpenerFobAction | Unset = UNSET
    """What pressing the fob twice does; OpenerFobAction for an Opener."""
    fob_action_3: FobAction | OpenerFobAction | Unset = UNSET
    """What pressing the fob 3 times does; OpenerFobAction for an Opener."""
    fob_paired: bool | Unset = UNSET
    """Whether the device has a fob."""
    homekit_state: HomekitState | Unset = UNSET
    """State of HomeKit on the device."""
    keypad2_paired: bool | Unset = UNSET
    """Whether the device has a Keypad 2."""
    keypad_paired: bool | Unset = UNSET
    """Whether the device has a Keypad."""
    latitude: float
    """Latitude of the device in degrees."""
    led_brightness: int | Unset = UNSET
    """Brightness of the LED, from 0 (dark) to 5 (brightest). The document names the types Box and
    Smart Door only; locks of type 0 were seen to have it, too. From 0 to 5.
    """
    led_enabled: bool | Unset = UNSET
    """Whether the LED of the device lights up."""
    lift_up_handle: bool | Unset = UNSET
    """Whether the handle must be lifted before the door can be locked."""
    longitude: float
    """Longitude of the device in degrees."""
    matter_state: MatterState | Unset = UNSET
    """State of Matter on the device."""
    name: str
    """Name that the device shows to new users."""
    operating_mode: OperatingMode | Unset = UNSET
    """Intercom that an Opener drives; Opener only."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the device; changes are refused until it ends."""
    pairing_enabled: bool | Unset = UNSET
    """Whether the button of the device can start pairing."""
    product_variant: ProductVariant | Unset = UNSET
    """Variant of a Smart Lock of the fifth generation."""
    single_lock: bool | Unset = UNSET
    """Whether locking makes one turn of the key in place of two. The document names the type Box
    only; locks of type 0 were seen to have it, too.
    """
    timezone_id: TimezoneId
    """Time zone of the device."""
    timezone_offset: int
    """Deprecated. Offset from UTC in minutes."""
    wifi_enabled: bool | Unset = UNSET
    """Whether the built-in Wi-Fi is usable."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "advertising_mode": "advertisingMode",
        "auto_unlatch": "autoUnlatch",
        "button_enabled": "buttonEnabled",
        "capabilities": "capabilities",
        "daylight_saving_mode": "daylightSavingMode",
        "device_type": "deviceType",
        "fob_action_1": "fobAction1",
        "fob_action_2": "fobAction2",
        "fob_action_3": "fobAction3",
        "fob_paired": "fobPaired",
        "homekit_state": "homekitState",
        "keypad2_paired": "keypad2Paired",
        "keypad_paired": "keypadPaired",
        "latitude": "latitude",
        "led_brightness": "ledBrightness",
        "led_enabled": "ledEnabled",
        "lift_up_handle": "liftUpHandle",
        "longitude": "longitude",
        "matter_state": "matterState",
        "name": "name",
        "operating_mode": "operatingMode",
        "operation_id": "operationId",
        "pairing_enabled": "pairingEnabled",
        "product_variant": "productVariant",
        "single_lock": "singleLock",
        "timezone_id": "timezoneId",
        "timezone_offset": "timezoneOffset",
        "wifi_enabled": "wifiEnabled",
    }
    limits: ClassVar[Mapping[str, Limits]] = {
        "led_brightness": Limits(lowest=0, highest=5),
    }
    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {
        "fob_action_1": EnumByDeviceType(FobAction, {2: OpenerFobAction}),
        "fob_action_2": EnumByDeviceType(FobAction, {2: OpenerFobAction}),
        "fob_action_3": EnumByDeviceType(FobAction, {2: OpenerFobAction}),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = new(cls)
        (
            raw_advertising_mode,
            self.auto_unlatch,
            self.button_enabled,
            raw_capabilities,
            raw_daylight_saving_mode,
            raw_device_type,
            raw_fob_action_1,
            raw_fob_action_2,
            raw_fob_action_3,
            self.fob_paired,
            raw_homekit_state,
            self.keypad2_paired,
            self.keypad_paired,
            self.latitude,
            self.led_brightness,
            self.led_enabled,
            self.lift_up_handle,
            self.longitude,
            raw_matter_state,
            self.name,
            raw_operating_mode,
            self.operation_id,
            self.pairing_enabled,
            raw_product_variant,
            self.single_lock,
            raw_timezone_id,
            self.timezone_offset,
            self.wifi_enabled,
        ) = self._members(d)
        if raw_advertising_mode.__class__ is int:
            raw_advertising_mode = _AdvertisingModeMembers[raw_advertising_mode]
        self.advertising_mode = raw_advertising_mode
        if raw_capabilities.__class__ is int:
            raw_capabilities = _CapabilityMembers[raw_capabilities]
        self.capabilities = raw_capabilities
        if raw_daylight_saving_mode.__class__ is int:
            raw_daylight_saving_mode = _DaylightSavingModeMembers[raw_daylight_saving_mode]
        self.daylight_saving_mode = raw_daylight_saving_mode
        if raw_device_type.__class__ is int:
            raw_device_type = _DeviceTypeMembers[raw_device_type]
        self.device_type = raw_device_type
        if raw_fob_action_1.__class__ is int:
            raw_fob_action_1 = _FobActionOrOpenerFobActionByDeviceType.get(
                device_type, _FobActionMembers
            )[raw_fob_action_1]
        self.fob_action_1 = raw_fob_action_1
        if raw_fob_action_2.__class__ is int:
            raw_fob_action_2 = _FobActionOrOpenerFobActionByDeviceType.get(
                device_type, _FobActionMembers
            )[raw_fob_action_2]
        self.fob_action_2 = raw_fob_action_2
        if raw_fob_action_3.__class__ is int:
            raw_fob_action_3 = _FobActionOrOpenerFobActionByDeviceType.get(
                device_type, _FobActionMembers
            )[raw_fob_action_3]
        self.fob_action_3 = raw_fob_action_3
        if raw_homekit_state.__class__ is int:
            raw_homekit_state = _HomekitStateMembers[raw_homekit_state]
        self.homekit_state = raw_homekit_state
        if raw_matter_state.__class__ is int:
            raw_matter_state = _MatterStateMembers[raw_matter_state]
        self.matter_state = raw_matter_state
        if raw_operating_mode.__class__ is int:
            raw_operating_mode = _OperatingModeMembers[raw_operating_mode]
        self.operating_mode = raw_operating_mode
        if raw_product_variant.__class__ is int:
            raw_product_variant = _ProductVariantMembers[raw_product_variant]
        self.product_variant = raw_product_variant
        if raw_timezone_id.__class__ is int:
            raw_timezone_id = _TimezoneIdMembers[raw_timezone_id]
        self.timezone_id = raw_timezone_id
        return self


@define(kw_only=True, repr=False)
class SmartlockOpenerAdvancedConfig(RequestModel):
    """Further settings of an Opener. Setting them is effectively a full replacement."""

    auto_update_enabled: bool | Unset = UNSET
    """Whether new firmware installs itself."""
    automatic_battery_type_detection: bool | Unset = UNSET
    """Whether the device finds out its battery type itself."""
    battery_type: BatteryType
    """Batteries in the device: ALKALI, ACCUMULATOR, LITHIUM or FIXED."""
    bus_mode_switch: int | Unset = UNSET
    """How the bus changes between data and analogue mode, as a number. One of 0, 1."""
    disable_ring_to_open_after_ring: bool
    """Whether ring to open (RTO) ends with the first ring."""
    doorbell_suppression: DoorbellSuppression
    """When the doorbell stays silent; cases can be combined."""
    doorbell_suppression_duration: int
    """Milliseconds (ms) of silence of a suppressed doorbell; operating mode 2 (digital intercom)
    only.
    """
    double_button_press_action: OpenerButtonAction
    """What a double press of the button does."""
    electric_strike_delay: int
    """Milliseconds (ms) between lock action 3 (open) and the pulse to the electric strike."""
    electric_strike_duration: int
    """Milliseconds (ms) for which lock action 3 (open) drives the electric strike."""
    intercom_id: int | Unset = UNSET
    """Number of the connected intercom model."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the device; changes are refused until it ends."""
    random_electric_strike_delay: bool
    """Whether electric_strike_delay is drawn at random between 3000 and 7000 ms, as if somebody at
    home opened.
    """
    ring_to_open_timeout: int
    """Minutes until ring to open (RTO) ends by itself."""
    short_circuit_duration: int
    """Milliseconds (ms) of short circuit that switch the bus mode."""
    single_button_press_action: OpenerButtonAction
    """What one press of the button does."""
    sound_continuous_mode: Sound
    """Sound that goes with continuous mode (CM)."""
    sound_confirmation: SoundConfirmation
    """Whether the Opener confirms by a sound."""
    sound_level: int
    """Volume of the opener's sounds."""
    sound_open: Sound
    """Sound that goes with opening."""
    sound_ring: Sound
    """Sound that goes with a ring."""
    sound_ring_to_open: Sound
    """Sound that goes with ring to open (RTO)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "auto_update_enabled": "autoUpdateEnabled",
        "automatic_battery_type_detection": "automaticBatteryTypeDetection",
        "battery_type": "batteryType",
        "bus_mode_switch": "busModeSwitch",
        "disable_ring_to_open_after_ring": "disableRtoAfterRing",
        "doorbell_suppression": "doorbellSuppression",
        "doorbell_suppression_duration": "doorbellSuppressionDuration",
        "double_button_press_action": "doubleButtonPressAction",
        "electric_strike_delay": "electricStrikeDelay",
        "electric_strike_duration": "electricStrikeDuration",
        "intercom_id": "intercomId",
        "operation_id": "operationId",
        "random_electric_strike_delay": "randomElectricStrikeDelay",
        "ring_to_open_timeout": "rtoTimeout",
        "short_circuit_duration": "shortCircuitDuration",
        "single_button_press_action": "singleButtonPressAction",
        "sound_continuous_mode": "soundCm",
        "sound_confirmation": "soundConfirmation",
        "sound_level": "soundLevel",
        "sound_open": "soundOpen",
        "sound_ring": "soundRing",
        "sound_ring_to_open": "soundRto",
    }
    limits: ClassVar[Mapping[str, Limits]] = {
        "bus_mode_switch": Limits(allowed=(0, 1)),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.auto_update_enabled,
            self.automatic_battery_type_detection,
            raw_battery_type,
            self.bus_mode_switch,
            self.disable_ring_to_open_after_ring,
            raw_doorbell_suppression,
            self.doorbell_suppression_duration,
            raw_double_button_press_action,
            self.electric_strike_delay,
            self.electric_strike_duration,
            self.intercom_id,
            self.operation_id,
            self.random_electric_strike_delay,
            self.ring_to_open_timeout,
            self.short_circuit_duration,
            raw_single_button_press_action,
            raw_sound_continuous_mode,
            raw_sound_confirmation,
            self.sound_level,
            raw_sound_open,
            raw_sound_ring,
            raw_sound_ring_to_open,
        ) = self._members(d)
        if raw_battery_type.__class__ is int:
            raw_battery_type = _BatteryTypeMembers[raw_battery_type]
        self.battery_type = raw_battery_type
        if raw_doorbell_suppression.__class__ is int:
            raw_doorbell_suppression = _DoorbellSuppressionMembers[raw_doorbell_suppression]
        self.doorbell_suppression = raw_doorbell_suppression
        if raw_double_button_press_action.__class__ is int:
            raw_double_button_press_action = _OpenerButtonActionMembers[
                raw_double_button_press_action
            ]
        self.double_button_press_action = raw_double_button_press_action
        if raw_single_button_press_action.__class__ is int:
            raw_single_button_press_action = _OpenerButtonActionMembers[
                raw_single_button_press_action
            ]
        self.single_button_press_action = raw_single_button_press_action
        if raw_sound_continuous_mode.__class__ is int:
            raw_sound_continuous_mode = _SoundMembers[raw_sound_continuous_mode]
        self.sound_continuous_mode = raw_sound_continuous_mode
        if raw_sound_confirmation.__class__ is int:
            raw_sound_confirmation = _SoundConfirmationMembers[raw_sound_confirmation]
        self.sound_confirmation = raw_sound_confirmation
        if raw_sound_open.__class__ is int:
            raw_sound_open = _SoundMembers[raw_sound_open]
        self.sound_open = raw_sound_open
        if raw_sound_ring.__class__ is int:
            raw_sound_ring = _SoundMembers[raw_sound_ring]
        self.sound_ring = raw_sound_ring
        if raw_sound_ring_to_open.__class__ is int:
            raw_sound_ring_to_open = _SoundMembers[raw_sound_ring_to_open]
        self.sound_ring_to_open = raw_sound_ring_to_open
        return self


@define(kw_only=True, repr=False)
class SmartlockSmartdoorAdvancedConfig(RequestModel):
    """Further settings of a Smart Door. Setting them is effectively a full replacement."""

    auto_lock: bool
    """Whether the door locks itself some time after unlocking."""
    auto_lock_timeout: int | Unset = UNSET
    """Seconds from unlocking until the door locks itself; 0 switches this off."""
    automatic_battery_type_detection: bool | Unset = UNSET
    """Whether the device finds out its battery type itself."""
    battery_type: BatteryType
    """Batteries in the device: ALKALI, ACCUMULATOR, LITHIUM, FIXED or UNKNOWN."""
    buzzer_volume: BuzzerVolume | Unset = UNSET
    """Volume of the buzzer."""
    double_button_press_action: ButtonAction | Unset = UNSET
    """What a double press of the button does."""
    lng_timeout: int | Unset = UNSET
    """Seconds between unlocking and locking again in lock 'n' go. One of 5, 10, 15, 20, 30, 45, 60.
    """
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the device; changes are refused until it ends."""
    single_button_press_action: ButtonAction | Unset = UNSET
    """What one press of the button does."""
    supported_battery_types: list[BatteryType] | Unset = UNSET
    """Battery types that the Smart Door takes."""
    unlatch_duration: int | Unset = UNSET
    """Seconds for which the latch stays pulled. One of 1, 3, 5, 7, 10, 15, 20, 30."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "auto_lock": "autoLock",
        "auto_lock_timeout": "autoLockTimeout",
        "automatic_battery_type_detection": "automaticBatteryTypeDetection",
        "battery_type": "batteryType",
        "buzzer_volume": "buzzerVolume",
        "double_button_press_action": "doubleButtonPressAction",
        "lng_timeout": "lngTimeout",
        "operation_id": "operationId",
        "single_button_press_action": "singleButtonPressAction",
        "supported_battery_types": "supportedBatteryTypes",
        "unlatch_duration": "unlatchDuration",
    }
    limits: ClassVar[Mapping[str, Limits]] = {
        "lng_timeout": Limits(allowed=(5, 10, 15, 20, 30, 45, 60)),
        "unlatch_duration": Limits(allowed=(1, 3, 5, 7, 10, 15, 20, 30)),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.auto_lock,
            self.auto_lock_timeout,
            self.automatic_battery_type_detection,
            raw_battery_type,
            raw_buzzer_volume,
            raw_double_button_press_action,
            self.lng_timeout,
            self.operation_id,
            raw_single_button_press_action,
            raw_supported_battery_types,
            self.unlatch_duration,
        ) = self._members(d)
        if raw_battery_type.__class__ is int:
            raw_battery_type = _BatteryTypeMembers[raw_battery_type]
        self.battery_type = raw_battery_type
        if raw_buzzer_volume.__class__ is int:
            raw_buzzer_volume = _BuzzerVolumeMembers[raw_buzzer_volume]
        self.buzzer_volume = raw_buzzer_volume
        if raw_double_button_press_action.__class__ is int:
            raw_double_button_press_action = _ButtonActionMembers[raw_double_button_press_action]
        self.double_button_press_action = raw_double_button_press_action
        if raw_single_button_press_action.__class__ is int:
            raw_single_button_press_action = _ButtonActionMembers[raw_single_button_press_action]
        self.single_button_press_action = raw_single_button_press_action
        if raw_supported_battery_types.__class__ is list:
            raw_supported_battery_types = [
                _BatteryTypeMembers[item] if item.__class__ is int else item
                for item in raw_supported_battery_types
            ]
        self.supported_battery_types = raw_supported_battery_types
        return self


@define(kw_only=True, repr=False)
class SmartlockState(Model):
    """State of a device as the server last heard of it; reading it does not ask the device."""

    battery_charge: int | Unset = UNSET
    """Charge left in the Nuki battery pack, in percent (%)."""
    battery_charging: bool | Unset = UNSET
    """Whether the Nuki battery pack is charging."""
    battery_critical: bool
    """Whether the batteries of the device are nearly empty."""
    door_state: DoorState
    """What the door sensor reports."""
    door_sensor_battery_critical: bool | Unset = UNSET
    """Whether the battery of the paired door sensor is nearly empty; not known on every device."""
    keypad_battery_critical: bool | Unset = UNSET
    """Whether the battery of the paired Keypad is nearly empty; not known on every device."""
    last_action: LockAction | OpenerAction
    """Action carried out last; OpenerAction for an Opener."""
    mode: SmartlockMode | OpenerMode | SmartDoorMode
    """Mode of operation."""
    night_mode: bool | Unset = UNSET
    """Whether night mode is on at the moment."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the device; changes are refused until it ends."""
    ring_to_open_end: datetime | None | Unset = UNSET
    """When ring to open runs out (UTC); null while it is off (type 2 only)."""
    ring_to_open_timer: int
    """Deprecated. Time left of ring to open; 0 while it is off (type 2 only)."""
    state: LockState | OpenerState
    """State of the device; OpenerState for an Opener."""
    trigger: LockTrigger | OpenerTrigger
    """What brought the state about; OpenerTrigger for an Opener."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "battery_charge": "batteryCharge",
        "battery_charging": "batteryCharging",
        "battery_critical": "batteryCritical",
        "door_state": "doorState",
        "door_sensor_battery_critical": "doorsensorBatteryCritical",
        "keypad_battery_critical": "keypadBatteryCritical",
        "last_action": "lastAction",
        "mode": "mode",
        "night_mode": "nightMode",
        "operation_id": "operationId",
        "ring_to_open_end": "ringToOpenEnd",
        "ring_to_open_timer": "ringToOpenTimer",
        "state": "state",
        "trigger": "trigger",
    }
    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {
        "last_action": EnumByDeviceType(LockAction, {2: OpenerAction}),
        "mode": EnumByDeviceType(SmartlockMode, {2: OpenerMode, 3: SmartDoorMode}),
        "state": EnumByDeviceType(LockState, {2: OpenerState}),
        "trigger": EnumByDeviceType(LockTrigger, {2: OpenerTrigger}),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = new(cls)
        (
            self.battery_charge,
            self.battery_charging,
            self.battery_critical,
            raw_door_state,
            self.door_sensor_battery_critical,
            self.keypad_battery_critical,
            raw_last_action,
            raw_mode,
            self.night_mode,
            self.operation_id,
            raw_ring_to_open_end,
            self.ring_to_open_timer,
            raw_state,
            raw_trigger,
        ) = self._members(d)
        if raw_door_state.__class__ is int:
            raw_door_state = _DoorStateMembers[raw_door_state]
        self.door_state = raw_door_state
        if raw_last_action.__class__ is int:
            raw_last_action = _LockActionOrOpenerActionByDeviceType.get(
                device_type, _LockActionMembers
            )[raw_last_action]
        self.last_action = raw_last_action
        if raw_mode.__class__ is int:
            raw_mode = _SmartlockModeOrOpenerModeOrSmartDoorModeByDeviceType.get(
                device_type, _SmartlockModeMembers
            )[raw_mode]
        self.mode = raw_mode
        if raw_ring_to_open_end.__class__ is str:
            raw_ring_to_open_end = parse_datetime(raw_ring_to_open_end)
        self.ring_to_open_end = raw_ring_to_open_end
        if raw_state.__class__ is int:
            raw_state = _LockStateOrOpenerStateByDeviceType.get(device_type, _LockStateMembers)[
                raw_state
            ]
        self.state = raw_state
        if raw_trigger.__class__ is int:
            raw_trigger = _LockTriggerOrOpenerTriggerByDeviceType.get(
                device_type, _LockTriggerMembers
            )[raw_trigger]
        self.trigger = raw_trigger
        return self


@define(kw_only=True, repr=False)
class Smartlock(Model):
    """A device of the account, as the server last saw it. Without a Smart Hosting subscription a
    listing holds a masked entry: error is set; name, state and configs are missing.
    """

    account_id: int
    """Account that it belongs to."""
    admin_pin_state: AdminPinState
    """State of the admin PIN that the server knows."""
    advanced_config: SmartlockAdvancedConfig | Unset = UNSET
    """Smart Lock only."""
    auth_id: int | Unset = UNSET
    """Number of the authorization by which the Web API operates the device."""
    box: bool | Unset = UNSET
    config: SmartlockConfig | Unset = UNSET
    creation_date: datetime | Unset = UNSET
    """When the device was added (UTC)."""
    current_subscription: ShsSubscription | Unset = UNSET
    error: str | Unset = UNSET
    """Error text; present only if the entry could not be given in full."""
    favorite: bool
    """Whether the device is a favourite."""
    firmware_version: int | Unset = UNSET
    """Firmware as one number (major << 16 | minor << 8 | patch)."""
    hardware_version: int | Unset = UNSET
    """Hardware revision as one number."""
    keyturner: bool | Unset = UNSET
    lm_type: LockMechanism | Unset = UNSET
    """Lock mechanism; Smart Door only."""
    mounting_variant: int | Unset = UNSET
    """How the device is mounted, as a number."""
    name: str | Unset = UNSET
    """Name of the device in the account."""
    opener: bool | Unset = UNSET
    opener_advanced_config: SmartlockOpenerAdvancedConfig | Unset = UNSET
    """Opener only."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the device; changes are refused until it ends."""
    previous_subscriptions: list[ShsSubscription] | Unset = UNSET
    """Subscriptions that have ended."""
    region: int | Unset = UNSET
    """Region as a number."""
    server_state: ServerState
    """State of the link between server and device."""
    smart_door: bool | Unset = UNSET
    smartdoor_advanced_config: SmartlockSmartdoorAdvancedConfig | Unset = UNSET
    """Smart Door only."""
    smartlock_id: SmartlockId
    """Device id (type << 32 | hex id)."""
    state: SmartlockState | Unset = UNSET
    type: DeviceType
    """Type of the device; the id tells it too. A masked entry has 0 here, whatever it is."""
    update_date: datetime | Unset = UNSET
    """When the device was last changed (UTC)."""
    virtual_device: bool | Unset = UNSET
    """Whether the device exists in software only."""
    web_config: SmartlockWebConfig | Unset = UNSET
    subscriptions: list[ShsSubscription] | Unset = UNSET
    """Smart Hosting subscriptions; empty in the masked entry of a device without one."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "admin_pin_state": "adminPinState",
        "advanced_config": "advancedConfig",
        "auth_id": "authId",
        "box": "box",
        "config": "config",
        "creation_date": "creationDate",
        "current_subscription": "currentSubscription",
        "error": "error",
        "favorite": "favorite",
        "firmware_version": "firmwareVersion",
        "hardware_version": "hardwareVersion",
        "keyturner": "keyturner",
        "lm_type": "lmType",
        "mounting_variant": "mountingVariant",
        "name": "name",
        "opener": "opener",
        "opener_advanced_config": "openerAdvancedConfig",
        "operation_id": "operationId",
        "previous_subscriptions": "previousSubscriptions",
        "region": "region",
        "server_state": "serverState",
        "smart_door": "smartDoor",
        "smartdoor_advanced_config": "smartdoorAdvancedConfig",
        "smartlock_id": "smartlockId",
        "state": "state",
        "type": "type",
        "update_date": "updateDate",
        "virtual_device": "virtualDevice",
        "web_config": "webConfig",
        "subscriptions": "subscriptions",
    }

    masked_fields: ClassVar[tuple[str, ...]] = (
        "account_id",
        "type",
        "server_state",
        "admin_pin_state",
        "virtual_device",
    )

    @property
    def is_masked(self) -> bool:
        """Whether this is what is left for want of a Smart Hosting subscription.

        Then only the ids tell the truth; `error` says why.
        """
        return isinstance(self.error, str) and bool(self.error)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            raw_admin_pin_state,
            raw_advanced_config,
            self.auth_id,
            self.box,
            raw_config,
            raw_creation_date,
            raw_current_subscription,
            self.error,
            self.favorite,
            self.firmware_version,
            self.hardware_version,
            self.keyturner,
            raw_lm_type,
            self.mounting_variant,
            self.name,
            self.opener,
            raw_opener_advanced_config,
            self.operation_id,
            raw_previous_subscriptions,
            self.region,
            raw_server_state,
            self.smart_door,
            raw_smartdoor_advanced_config,
            raw_smartlock_id,
            raw_state,
            raw_type,
            raw_update_date,
            self.virtual_device,
            raw_web_config,
            raw_subscriptions,
        ) = self._members(d)
        device_type = device_type_of(raw_type, raw_smartlock_id)
        if raw_admin_pin_state.__class__ is int:
            raw_admin_pin_state = _AdminPinStateMembers[raw_admin_pin_state]
        self.admin_pin_state = raw_admin_pin_state
        if raw_advanced_config.__class__ is dict:
            raw_advanced_config = SmartlockAdvancedConfig.from_dict(raw_advanced_config)
        self.advanced_config = raw_advanced_config
        if raw_config.__class__ is dict:
            raw_config = SmartlockConfig.from_dict(raw_config, device_type)
        self.config = raw_config
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_current_subscription.__class__ is dict:
            raw_current_subscription = ShsSubscription.from_dict(raw_current_subscription)
        self.current_subscription = raw_current_subscription
        if raw_lm_type.__class__ is int:
            raw_lm_type = _LockMechanismMembers[raw_lm_type]
        self.lm_type = raw_lm_type
        if raw_opener_advanced_config.__class__ is dict:
            raw_opener_advanced_config = SmartlockOpenerAdvancedConfig.from_dict(
                raw_opener_advanced_config
            )
        self.opener_advanced_config = raw_opener_advanced_config
        if raw_previous_subscriptions.__class__ is list:
            raw_previous_subscriptions = [
                ShsSubscription.from_dict(item) if item.__class__ is dict else item
                for item in raw_previous_subscriptions
            ]
        self.previous_subscriptions = raw_previous_subscriptions
        if raw_server_state.__class__ is int:
            raw_server_state = _ServerStateMembers[raw_server_state]
        self.server_state = raw_server_state
        if raw_smartdoor_advanced_config.__class__ is dict:
            raw_smartdoor_advanced_config = SmartlockSmartdoorAdvancedConfig.from_dict(
                raw_smartdoor_advanced_config
            )
        self.smartdoor_advanced_config = raw_smartdoor_advanced_config
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_state.__class__ is dict:
            raw_state = SmartlockState.from_dict(raw_state, device_type)
        self.state = raw_state
        self.type = _DeviceTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        if raw_web_config.__class__ is dict:
            raw_web_config = SmartlockWebConfig.from_dict(raw_web_config)
        self.web_config = raw_web_config
        if raw_subscriptions.__class__ is list:
            raw_subscriptions = [
                ShsSubscription.from_dict(item) if item.__class__ is dict else item
                for item in raw_subscriptions
            ]
        self.subscriptions = raw_subscriptions
        return self


@define(kw_only=True, repr=False)
class SmartlockAction(RequestModel):
    """An action that a device shall carry out. Devices sold in the US answer 400 to unlatching;
    unlock them instead.
    """

    action: LockAction | OpenerAction
    """What to do; OpenerAction for an Opener."""
    option: ActionOption | Unset = UNSET
    """How to do it; options can be combined."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"action": "action", "option": "option"}
    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {
        "action": EnumByDeviceType(LockAction, {2: OpenerAction}),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = new(cls)
        (raw_action, raw_option) = self._members(d)
        if raw_action.__class__ is int:
            raw_action = _LockActionOrOpenerActionByDeviceType.get(device_type, _LockActionMembers)[
                raw_action
            ]
        self.action = raw_action
        if raw_option.__class__ is int:
            raw_option = _ActionOptionMembers[raw_option]
        self.option = raw_option
        return self


@define(kw_only=True, repr=False)
class SmartlockAdminPinUpdate(RequestModel):
    """The admin PIN to set on a device."""

    admin_pin: int = field(repr=False)
    """Admin PIN to set, as a number. From 0 to 9999."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"admin_pin": "adminPin"}
    limits: ClassVar[Mapping[str, Limits]] = {
        "admin_pin": Limits(lowest=0, highest=9999),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.admin_pin,) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class SmartlockUpdate(RequestModel):
    """New name and favourite mark of a device; both are optional."""

    favorite: bool | Unset = UNSET
    """Whether to mark the device as a favourite."""
    name: str | Unset = UNSET
    """Name to give to the device."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"favorite": "favorite", "name": "name"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.favorite, self.name) = self._members(d)
        return self
