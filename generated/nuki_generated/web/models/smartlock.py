# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from attrs import define, field

from nuki_core.arguments import EnumByDeviceType
from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.model import NO_PROPERTIES, Model, declared_names, extra_fields
from nuki_core.request_model import Limits, RequestModel
from nuki_core.unset import MISSING, UNSET, Unset

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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockWebConfigNames)
        self.battery_warning_per_mail_enabled = d.get("batteryWarningPerMailEnabled", MISSING)
        self.dismissed_lift_up_handle_warning = d.get("dismissedLiftUpHandleWarning", MISSING)
        return self


_SmartlockWebConfigNames: Final = declared_names(SmartlockWebConfig)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _WebConfigRequestNames)
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        value = d.get("webConfig", MISSING)
        self.web_config = SmartlockWebConfig.from_dict(value) if value.__class__ is dict else value
        return self


_WebConfigRequestNames: Final = declared_names(WebConfigRequest)


@define(kw_only=True, repr=False)
class BulkWebConfigRequest(RequestModel):
    """Web configs for several devices, in one request."""

    web_config_requests: list[WebConfigRequest] | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "web_config_requests": "webConfigRequests",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _BulkWebConfigRequestNames)
        value = d.get("webConfigRequests", MISSING)
        self.web_config_requests = (
            [WebConfigRequest.from_dict(item) if item.__class__ is dict else item for item in value]
            if value.__class__ is list
            else value
        )
        return self


_BulkWebConfigRequestNames: Final = declared_names(BulkWebConfigRequest)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _ShsSubscriptionNames)
        self.creation_date = parse_datetime(d.get("creationDate", MISSING))
        self.expiration_date = parse_datetime(d.get("expirationDate", MISSING))
        self.grace_period_warning_email_sent = d.get("gracePeriodWarningEmailSent", MISSING)
        self.is_grace_period_warning_dismissed = d.get("isGracePeriodWarningDismissed", MISSING)
        self.is_in_grace_period = d.get("isInGracePeriod", MISSING)
        value = d.get("shsSubscriptionType", MISSING)
        self.shs_subscription_type = (
            _ShsSubscriptionTypeMembers[value] if value.__class__ is str else value
        )
        value = d.get("state", MISSING)
        self.state = _ShsSubscriptionStateMembers[value] if value.__class__ is str else value
        value = d.get("type", MISSING)
        self.type = _ShsSubscriptionSegmentMembers[value] if value.__class__ is str else value
        self.update_date = parse_datetime(d.get("updateDate", MISSING))
        self.contract_id = d.get("contractId", MISSING)
        return self


_ShsSubscriptionNames: Final = declared_names(ShsSubscription)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockAdvancedConfigNames)
        self.auto_lock = d.get("autoLock", MISSING)
        self.auto_lock_timeout = d.get("autoLockTimeout", MISSING)
        self.auto_update_enabled = d.get("autoUpdateEnabled", MISSING)
        self.automatic_battery_type_detection = d.get("automaticBatteryTypeDetection", MISSING)
        value = d.get("batteryType", MISSING)
        self.battery_type = _BatteryTypeMembers[value] if value.__class__ is int else value
        self.detached_cylinder = d.get("detachedCylinder", MISSING)
        value = d.get("doubleButtonPressAction", MISSING)
        self.double_button_press_action = (
            _ButtonActionMembers[value] if value.__class__ is int else value
        )
        self.enable_slow_speed_during_nightmode = d.get("enableSlowSpeedDuringNightmode", MISSING)
        self.lng_timeout = d.get("lngTimeout", MISSING)
        self.locked_position_offset_degrees = d.get("lockedPositionOffsetDegrees", MISSING)
        value = d.get("motorSpeed", MISSING)
        self.motor_speed = _MotorSpeedMembers[value] if value.__class__ is int else value
        self.operation_id = d.get("operationId", MISSING)
        value = d.get("singleButtonPressAction", MISSING)
        self.single_button_press_action = (
            _ButtonActionMembers[value] if value.__class__ is int else value
        )
        self.single_locked_position_offset_degrees = d.get(
            "singleLockedPositionOffsetDegrees", MISSING
        )
        self.total_degrees = d.get("totalDegrees", MISSING)
        self.unlatch_duration = d.get("unlatchDuration", MISSING)
        self.unlocked_position_offset_degrees = d.get("unlockedPositionOffsetDegrees", MISSING)
        self.unlocked_to_locked_transition_offset_degrees = d.get(
            "unlockedToLockedTransitionOffsetDegrees", MISSING
        )
        return self


_SmartlockAdvancedConfigNames: Final = declared_names(SmartlockAdvancedConfig)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockConfigNames)
        value = d.get("advertisingMode", MISSING)
        self.advertising_mode = _AdvertisingModeMembers[value] if value.__class__ is int else value
        self.auto_unlatch = d.get("autoUnlatch", MISSING)
        self.button_enabled = d.get("buttonEnabled", MISSING)
        value = d.get("capabilities", MISSING)
        self.capabilities = _CapabilityMembers[value] if value.__class__ is int else value
        value = d.get("daylightSavingMode", MISSING)
        self.daylight_saving_mode = (
            _DaylightSavingModeMembers[value] if value.__class__ is int else value
        )
        value = d.get("deviceType", MISSING)
        self.device_type = _DeviceTypeMembers[value] if value.__class__ is int else value
        value = d.get("fobAction1", MISSING)
        self.fob_action_1 = (
            _FobActionOrOpenerFobActionByDeviceType.get(device_type, _FobActionMembers)[value]
            if value.__class__ is int
            else value
        )
        value = d.get("fobAction2", MISSING)
        self.fob_action_2 = (
            _FobActionOrOpenerFobActionByDeviceType.get(device_type, _FobActionMembers)[value]
            if value.__class__ is int
            else value
        )
        value = d.get("fobAction3", MISSING)
        self.fob_action_3 = (
            _FobActionOrOpenerFobActionByDeviceType.get(device_type, _FobActionMembers)[value]
            if value.__class__ is int
            else value
        )
        self.fob_paired = d.get("fobPaired", MISSING)
        value = d.get("homekitState", MISSING)
        self.homekit_state = _HomekitStateMembers[value] if value.__class__ is int else value
        self.keypad2_paired = d.get("keypad2Paired", MISSING)
        self.keypad_paired = d.get("keypadPaired", MISSING)
        self.latitude = d.get("latitude", MISSING)
        self.led_brightness = d.get("ledBrightness", MISSING)
        self.led_enabled = d.get("ledEnabled", MISSING)
        self.lift_up_handle = d.get("liftUpHandle", MISSING)
        self.longitude = d.get("longitude", MISSING)
        value = d.get("matterState", MISSING)
        self.matter_state = _MatterStateMembers[value] if value.__class__ is int else value
        self.name = d.get("name", MISSING)
        value = d.get("operatingMode", MISSING)
        self.operating_mode = _OperatingModeMembers[value] if value.__class__ is int else value
        self.operation_id = d.get("operationId", MISSING)
        self.pairing_enabled = d.get("pairingEnabled", MISSING)
        value = d.get("productVariant", MISSING)
        self.product_variant = _ProductVariantMembers[value] if value.__class__ is int else value
        self.single_lock = d.get("singleLock", MISSING)
        value = d.get("timezoneId", MISSING)
        self.timezone_id = _TimezoneIdMembers[value] if value.__class__ is int else value
        self.timezone_offset = d.get("timezoneOffset", MISSING)
        self.wifi_enabled = d.get("wifiEnabled", MISSING)
        return self


_SmartlockConfigNames: Final = declared_names(SmartlockConfig)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockOpenerAdvancedConfigNames)
        self.auto_update_enabled = d.get("autoUpdateEnabled", MISSING)
        self.automatic_battery_type_detection = d.get("automaticBatteryTypeDetection", MISSING)
        value = d.get("batteryType", MISSING)
        self.battery_type = _BatteryTypeMembers[value] if value.__class__ is int else value
        self.bus_mode_switch = d.get("busModeSwitch", MISSING)
        self.disable_ring_to_open_after_ring = d.get("disableRtoAfterRing", MISSING)
        value = d.get("doorbellSuppression", MISSING)
        self.doorbell_suppression = (
            _DoorbellSuppressionMembers[value] if value.__class__ is int else value
        )
        self.doorbell_suppression_duration = d.get("doorbellSuppressionDuration", MISSING)
        value = d.get("doubleButtonPressAction", MISSING)
        self.double_button_press_action = (
            _OpenerButtonActionMembers[value] if value.__class__ is int else value
        )
        self.electric_strike_delay = d.get("electricStrikeDelay", MISSING)
        self.electric_strike_duration = d.get("electricStrikeDuration", MISSING)
        self.intercom_id = d.get("intercomId", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.random_electric_strike_delay = d.get("randomElectricStrikeDelay", MISSING)
        self.ring_to_open_timeout = d.get("rtoTimeout", MISSING)
        self.short_circuit_duration = d.get("shortCircuitDuration", MISSING)
        value = d.get("singleButtonPressAction", MISSING)
        self.single_button_press_action = (
            _OpenerButtonActionMembers[value] if value.__class__ is int else value
        )
        value = d.get("soundCm", MISSING)
        self.sound_continuous_mode = _SoundMembers[value] if value.__class__ is int else value
        value = d.get("soundConfirmation", MISSING)
        self.sound_confirmation = (
            _SoundConfirmationMembers[value] if value.__class__ is int else value
        )
        self.sound_level = d.get("soundLevel", MISSING)
        value = d.get("soundOpen", MISSING)
        self.sound_open = _SoundMembers[value] if value.__class__ is int else value
        value = d.get("soundRing", MISSING)
        self.sound_ring = _SoundMembers[value] if value.__class__ is int else value
        value = d.get("soundRto", MISSING)
        self.sound_ring_to_open = _SoundMembers[value] if value.__class__ is int else value
        return self


_SmartlockOpenerAdvancedConfigNames: Final = declared_names(SmartlockOpenerAdvancedConfig)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockSmartdoorAdvancedConfigNames)
        self.auto_lock = d.get("autoLock", MISSING)
        self.auto_lock_timeout = d.get("autoLockTimeout", MISSING)
        self.automatic_battery_type_detection = d.get("automaticBatteryTypeDetection", MISSING)
        value = d.get("batteryType", MISSING)
        self.battery_type = _BatteryTypeMembers[value] if value.__class__ is int else value
        value = d.get("buzzerVolume", MISSING)
        self.buzzer_volume = _BuzzerVolumeMembers[value] if value.__class__ is int else value
        value = d.get("doubleButtonPressAction", MISSING)
        self.double_button_press_action = (
            _ButtonActionMembers[value] if value.__class__ is int else value
        )
        self.lng_timeout = d.get("lngTimeout", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        value = d.get("singleButtonPressAction", MISSING)
        self.single_button_press_action = (
            _ButtonActionMembers[value] if value.__class__ is int else value
        )
        value = d.get("supportedBatteryTypes", MISSING)
        self.supported_battery_types = (
            [_BatteryTypeMembers[item] if item.__class__ is int else item for item in value]
            if value.__class__ is list
            else value
        )
        self.unlatch_duration = d.get("unlatchDuration", MISSING)
        return self


_SmartlockSmartdoorAdvancedConfigNames: Final = declared_names(SmartlockSmartdoorAdvancedConfig)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockStateNames)
        self.battery_charge = d.get("batteryCharge", MISSING)
        self.battery_charging = d.get("batteryCharging", MISSING)
        self.battery_critical = d.get("batteryCritical", MISSING)
        value = d.get("doorState", MISSING)
        self.door_state = _DoorStateMembers[value] if value.__class__ is int else value
        self.door_sensor_battery_critical = d.get("doorsensorBatteryCritical", MISSING)
        self.keypad_battery_critical = d.get("keypadBatteryCritical", MISSING)
        value = d.get("lastAction", MISSING)
        self.last_action = (
            _LockActionOrOpenerActionByDeviceType.get(device_type, _LockActionMembers)[value]
            if value.__class__ is int
            else value
        )
        value = d.get("mode", MISSING)
        self.mode = (
            _SmartlockModeOrOpenerModeOrSmartDoorModeByDeviceType.get(
                device_type, _SmartlockModeMembers
            )[value]
            if value.__class__ is int
            else value
        )
        self.night_mode = d.get("nightMode", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.ring_to_open_end = parse_datetime(d.get("ringToOpenEnd", MISSING))
        self.ring_to_open_timer = d.get("ringToOpenTimer", MISSING)
        value = d.get("state", MISSING)
        self.state = (
            _LockStateOrOpenerStateByDeviceType.get(device_type, _LockStateMembers)[value]
            if value.__class__ is int
            else value
        )
        value = d.get("trigger", MISSING)
        self.trigger = (
            _LockTriggerOrOpenerTriggerByDeviceType.get(device_type, _LockTriggerMembers)[value]
            if value.__class__ is int
            else value
        )
        return self


_SmartlockStateNames: Final = declared_names(SmartlockState)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockNames)
        device_type = device_type_of(d.get("type"), d.get("smartlockId"))
        self.account_id = d.get("accountId", MISSING)
        value = d.get("adminPinState", MISSING)
        self.admin_pin_state = _AdminPinStateMembers[value] if value.__class__ is int else value
        value = d.get("advancedConfig", MISSING)
        self.advanced_config = (
            SmartlockAdvancedConfig.from_dict(value) if value.__class__ is dict else value
        )
        self.auth_id = d.get("authId", MISSING)
        self.box = d.get("box", MISSING)
        value = d.get("config", MISSING)
        self.config = (
            SmartlockConfig.from_dict(value, device_type) if value.__class__ is dict else value
        )
        self.creation_date = parse_datetime(d.get("creationDate", MISSING))
        value = d.get("currentSubscription", MISSING)
        self.current_subscription = (
            ShsSubscription.from_dict(value) if value.__class__ is dict else value
        )
        self.error = d.get("error", MISSING)
        self.favorite = d.get("favorite", MISSING)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.hardware_version = d.get("hardwareVersion", MISSING)
        self.keyturner = d.get("keyturner", MISSING)
        value = d.get("lmType", MISSING)
        self.lm_type = _LockMechanismMembers[value] if value.__class__ is int else value
        self.mounting_variant = d.get("mountingVariant", MISSING)
        self.name = d.get("name", MISSING)
        self.opener = d.get("opener", MISSING)
        value = d.get("openerAdvancedConfig", MISSING)
        self.opener_advanced_config = (
            SmartlockOpenerAdvancedConfig.from_dict(value) if value.__class__ is dict else value
        )
        self.operation_id = d.get("operationId", MISSING)
        value = d.get("previousSubscriptions", MISSING)
        self.previous_subscriptions = (
            [ShsSubscription.from_dict(item) if item.__class__ is dict else item for item in value]
            if value.__class__ is list
            else value
        )
        self.region = d.get("region", MISSING)
        value = d.get("serverState", MISSING)
        self.server_state = _ServerStateMembers[value] if value.__class__ is int else value
        self.smart_door = d.get("smartDoor", MISSING)
        value = d.get("smartdoorAdvancedConfig", MISSING)
        self.smartdoor_advanced_config = (
            SmartlockSmartdoorAdvancedConfig.from_dict(value) if value.__class__ is dict else value
        )
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        value = d.get("state", MISSING)
        self.state = (
            SmartlockState.from_dict(value, device_type) if value.__class__ is dict else value
        )
        value = d.get("type", MISSING)
        self.type = _DeviceTypeMembers[value] if value.__class__ is int else value
        self.update_date = parse_datetime(d.get("updateDate", MISSING))
        self.virtual_device = d.get("virtualDevice", MISSING)
        value = d.get("webConfig", MISSING)
        self.web_config = SmartlockWebConfig.from_dict(value) if value.__class__ is dict else value
        value = d.get("subscriptions", MISSING)
        self.subscriptions = (
            [ShsSubscription.from_dict(item) if item.__class__ is dict else item for item in value]
            if value.__class__ is list
            else value
        )
        return self


_SmartlockNames: Final = declared_names(Smartlock)


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

    json_names: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "option": "option",
    }

    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {
        "action": EnumByDeviceType(LockAction, {2: OpenerAction}),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockActionNames)
        value = d.get("action", MISSING)
        self.action = (
            _LockActionOrOpenerActionByDeviceType.get(device_type, _LockActionMembers)[value]
            if value.__class__ is int
            else value
        )
        value = d.get("option", MISSING)
        self.option = _ActionOptionMembers[value] if value.__class__ is int else value
        return self


_SmartlockActionNames: Final = declared_names(SmartlockAction)


@define(kw_only=True, repr=False)
class SmartlockAdminPinUpdate(RequestModel):
    """The admin PIN to set on a device."""

    admin_pin: int = field(repr=False)
    """Admin PIN to set, as a number. From 0 to 9999."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "admin_pin": "adminPin",
    }

    limits: ClassVar[Mapping[str, Limits]] = {
        "admin_pin": Limits(lowest=0, highest=9999),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockAdminPinUpdateNames)
        self.admin_pin = d.get("adminPin", MISSING)
        return self


_SmartlockAdminPinUpdateNames: Final = declared_names(SmartlockAdminPinUpdate)


@define(kw_only=True, repr=False)
class SmartlockUpdate(RequestModel):
    """New name and favourite mark of a device; both are optional."""

    favorite: bool | Unset = UNSET
    """Whether to mark the device as a favourite."""
    name: str | Unset = UNSET
    """Name to give to the device."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "favorite": "favorite",
        "name": "name",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _SmartlockUpdateNames)
        self.favorite = d.get("favorite", MISSING)
        self.name = d.get("name", MISSING)
        return self


_SmartlockUpdateNames: Final = declared_names(SmartlockUpdate)
