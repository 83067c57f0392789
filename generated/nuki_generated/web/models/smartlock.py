# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define, field

from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.account import ShsSubscriptionType
from ..enums.advanced_api import LockAction, OpenerAction
from ..enums.smartlock import (
    AdminPinState, AdvertisingMode, BatteryType, ButtonAction, BuzzerVolume, Capability,
    DaylightSavingMode, DoorState, DoorbellSuppression, FobAction, HomekitState, LockMechanism,
    LockState, LockTrigger, MatterState, MotorSpeed, OpenerButtonAction, OpenerFobAction,
    OpenerState, OpenerTrigger, OperatingMode, ProductVariant, ServerState, ShsSubscriptionSegment,
    ShsSubscriptionState, SmartlockMode, Sound, SoundConfirmation, TimezoneId,
)
_AdminPinState: Final = members(AdminPinState)
_AdvertisingMode: Final = members(AdvertisingMode)
_BatteryType: Final = members(BatteryType)
_ButtonAction: Final = members(ButtonAction)
_BuzzerVolume: Final = members(BuzzerVolume)
_Capability: Final = members(Capability)
_DaylightSavingMode: Final = members(DaylightSavingMode)
_DeviceType: Final = members(DeviceType)
_DoorState: Final = members(DoorState)
_DoorbellSuppression: Final = members(DoorbellSuppression)
_FobAction: Final = members(FobAction)
_HomekitState: Final = members(HomekitState)
_LockAction: Final = members(LockAction)
_LockMechanism: Final = members(LockMechanism)
_LockState: Final = members(LockState)
_LockTrigger: Final = members(LockTrigger)
_MatterState: Final = members(MatterState)
_MotorSpeed: Final = members(MotorSpeed)
_OpenerAction: Final = members(OpenerAction)
_OpenerButtonAction: Final = members(OpenerButtonAction)
_OpenerFobAction: Final = members(OpenerFobAction)
_OpenerState: Final = members(OpenerState)
_OpenerTrigger: Final = members(OpenerTrigger)
_OperatingMode: Final = members(OperatingMode)
_ProductVariant: Final = members(ProductVariant)
_ServerState: Final = members(ServerState)
_ShsSubscriptionSegment: Final = members(ShsSubscriptionSegment)
_ShsSubscriptionState: Final = members(ShsSubscriptionState)
_ShsSubscriptionType: Final = members(ShsSubscriptionType)
_SmartlockMode: Final = members(SmartlockMode)
_Sound: Final = members(Sound)
_SoundConfirmation: Final = members(SoundConfirmation)
_TimezoneId: Final = members(TimezoneId)
_FobAction_or_OpenerFobAction: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerFobAction}
_LockAction_or_OpenerAction: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerAction}
_LockState_or_OpenerState: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerState}
_LockTrigger_or_OpenerTrigger: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerTrigger}


@define(kw_only=True, repr=False, weakref_slot=False)
class BulkWebConfigRequest(Model):
    """Web configs for several devices, in one request."""

    web_config_requests: list[WebConfigRequest] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.web_config_requests = [WebConfigRequest.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("webConfigRequests", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _BulkWebConfigRequest)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "webConfigRequests": plain(self.web_config_requests),
        })


_BulkWebConfigRequest: Final = frozenset({"webConfigRequests",})


@define(kw_only=True, repr=False, weakref_slot=False)
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

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.expiration_date = instant(d.get("expirationDate", MISSING))
        self.grace_period_warning_email_sent = d.get("gracePeriodWarningEmailSent", MISSING)
        self.is_grace_period_warning_dismissed = d.get("isGracePeriodWarningDismissed", MISSING)
        self.is_in_grace_period = d.get("isInGracePeriod", MISSING)
        self.shs_subscription_type = _ShsSubscriptionType[v] if (v := d.get("shsSubscriptionType", MISSING)).__class__ is str else v
        self.state = _ShsSubscriptionState[v] if (v := d.get("state", MISSING)).__class__ is str else v
        self.type = _ShsSubscriptionSegment[v] if (v := d.get("type", MISSING)).__class__ is str else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.contract_id = d.get("contractId", MISSING)
        self.additional_properties = unknown(d, _ShsSubscription)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "creationDate": plain(self.creation_date),
            "expirationDate": plain(self.expiration_date),
            "gracePeriodWarningEmailSent": self.grace_period_warning_email_sent,
            "isGracePeriodWarningDismissed": self.is_grace_period_warning_dismissed,
            "isInGracePeriod": self.is_in_grace_period,
            "shsSubscriptionType": plain(self.shs_subscription_type), "state": plain(self.state),
            "type": plain(self.type), "updateDate": plain(self.update_date),
            "contractId": self.contract_id,
        })


_ShsSubscription: Final = frozenset({
    "creationDate", "expirationDate", "gracePeriodWarningEmailSent",
    "isGracePeriodWarningDismissed", "isInGracePeriod", "shsSubscriptionType", "state", "type",
    "updateDate", "contractId",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class Smartlock(Model):
    """A device of the account, as the server last saw it. Without a Smart Hosting subscription a
    listing holds a masked entry: error is set; name, state and configs are missing.

    Attributes:
        account_id: Account that it belongs to.
        admin_pin_state: State of the admin PIN that the server knows.
        advanced_config: Smart Lock only.
        auth_id: Number of the authorization by which the Web API operates the device.
        creation_date: When the device was added (UTC).
        error: Error text; present only if the entry could not be given in full.
        favorite: Whether the device is a favourite.
        firmware_version: Firmware as one number (major << 16 | minor << 8 | patch).
        hardware_version: Hardware revision as one number.
        lm_type: Lock mechanism; Smart Door only.
        mounting_variant: How the device is mounted, as a number.
        name: Name of the device in the account.
        opener_advanced_config: Opener only.
        operation_id: Present while another operation runs on the device; changes are refused
            until it ends.
        previous_subscriptions: Subscriptions that have ended.
        region: Region as a number.
        server_state: State of the link between server and device.
        smartdoor_advanced_config: Smart Door only.
        smartlock_id: Device id (type << 32 | hex id).
        type: Type of the device; the id tells it too. A masked entry has 0 here, whatever it is.
        update_date: When the device was last changed (UTC).
        virtual_device: Whether the device exists in software only.
        subscriptions: Smart Hosting subscriptions; empty in the masked entry of a device without
            one.
    """

    account_id: int
    admin_pin_state: AdminPinState
    advanced_config: SmartlockAdvancedConfig | Unset = UNSET
    auth_id: int | Unset = UNSET
    box: bool | Unset = UNSET
    config: SmartlockConfig | Unset = UNSET
    creation_date: datetime | Unset = UNSET
    current_subscription: ShsSubscription | Unset = UNSET
    error: str | Unset = UNSET
    favorite: bool
    firmware_version: int | Unset = UNSET
    hardware_version: int | Unset = UNSET
    keyturner: bool | Unset = UNSET
    lm_type: LockMechanism | Unset = UNSET
    mounting_variant: int | Unset = UNSET
    name: str | Unset = UNSET
    opener: bool | Unset = UNSET
    opener_advanced_config: SmartlockOpenerAdvancedConfig | Unset = UNSET
    operation_id: str | Unset = UNSET
    previous_subscriptions: list[ShsSubscription] | Unset = UNSET
    region: int | Unset = UNSET
    server_state: ServerState
    smart_door: bool | Unset = UNSET
    smartdoor_advanced_config: SmartlockSmartdoorAdvancedConfig | Unset = UNSET
    smartlock_id: SmartlockId
    state: SmartlockState | Unset = UNSET
    type: DeviceType
    update_date: datetime | Unset = UNSET
    virtual_device: bool | Unset = UNSET
    web_config: SmartlockWebConfig | Unset = UNSET
    subscriptions: list[ShsSubscription] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        device_type = device_type_of(d.get("type"), d.get("smartlockId"))
        self.account_id = d.get("accountId", MISSING)
        self.admin_pin_state = _AdminPinState[v] if (v := d.get("adminPinState", MISSING)).__class__ is int else v
        self.advanced_config = SmartlockAdvancedConfig.from_dict(v) if (v := d.get("advancedConfig", MISSING)).__class__ is dict else v
        self.auth_id = d.get("authId", MISSING)
        self.box = d.get("box", MISSING)
        self.config = SmartlockConfig.from_dict(v, device_type) if (v := d.get("config", MISSING)).__class__ is dict else v
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.current_subscription = ShsSubscription.from_dict(v) if (v := d.get("currentSubscription", MISSING)).__class__ is dict else v
        self.error = d.get("error", MISSING)
        self.favorite = d.get("favorite", MISSING)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.hardware_version = d.get("hardwareVersion", MISSING)
        self.keyturner = d.get("keyturner", MISSING)
        self.lm_type = _LockMechanism[v] if (v := d.get("lmType", MISSING)).__class__ is int else v
        self.mounting_variant = d.get("mountingVariant", MISSING)
        self.name = d.get("name", MISSING)
        self.opener = d.get("opener", MISSING)
        self.opener_advanced_config = SmartlockOpenerAdvancedConfig.from_dict(v) if (v := d.get("openerAdvancedConfig", MISSING)).__class__ is dict else v
        self.operation_id = d.get("operationId", MISSING)
        self.previous_subscriptions = [ShsSubscription.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("previousSubscriptions", MISSING)).__class__ is list else v
        self.region = d.get("region", MISSING)
        self.server_state = _ServerState[v] if (v := d.get("serverState", MISSING)).__class__ is int else v
        self.smart_door = d.get("smartDoor", MISSING)
        self.smartdoor_advanced_config = SmartlockSmartdoorAdvancedConfig.from_dict(v) if (v := d.get("smartdoorAdvancedConfig", MISSING)).__class__ is dict else v
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.state = SmartlockState.from_dict(v, device_type) if (v := d.get("state", MISSING)).__class__ is dict else v
        self.type = _DeviceType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.virtual_device = d.get("virtualDevice", MISSING)
        self.web_config = SmartlockWebConfig.from_dict(v) if (v := d.get("webConfig", MISSING)).__class__ is dict else v
        self.subscriptions = [ShsSubscription.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("subscriptions", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _Smartlock)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "adminPinState": plain(self.admin_pin_state),
            "advancedConfig": plain(self.advanced_config), "authId": self.auth_id, "box": self.box,
            "config": plain(self.config), "creationDate": plain(self.creation_date),
            "currentSubscription": plain(self.current_subscription), "error": self.error,
            "favorite": self.favorite, "firmwareVersion": self.firmware_version,
            "hardwareVersion": self.hardware_version, "keyturner": self.keyturner,
            "lmType": plain(self.lm_type), "mountingVariant": self.mounting_variant,
            "name": self.name, "opener": self.opener,
            "openerAdvancedConfig": plain(self.opener_advanced_config),
            "operationId": self.operation_id,
            "previousSubscriptions": plain(self.previous_subscriptions), "region": self.region,
            "serverState": plain(self.server_state), "smartDoor": self.smart_door,
            "smartdoorAdvancedConfig": plain(self.smartdoor_advanced_config),
            "smartlockId": plain(self.smartlock_id), "state": plain(self.state),
            "type": plain(self.type), "updateDate": plain(self.update_date),
            "virtualDevice": self.virtual_device, "webConfig": plain(self.web_config),
            "subscriptions": plain(self.subscriptions),
        })


_Smartlock: Final = frozenset({
    "accountId", "adminPinState", "advancedConfig", "authId", "box", "config", "creationDate",
    "currentSubscription", "error", "favorite", "firmwareVersion", "hardwareVersion", "keyturner",
    "lmType", "mountingVariant", "name", "opener", "openerAdvancedConfig", "operationId",
    "previousSubscriptions", "region", "serverState", "smartDoor", "smartdoorAdvancedConfig",
    "smartlockId", "state", "type", "updateDate", "virtualDevice", "webConfig", "subscriptions",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAdminPinUpdate(Model):
    """The admin PIN to set on a device.

    Attributes:
        admin_pin: Admin PIN to set, as a number.
    """

    admin_pin: int = field(repr=False)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.admin_pin = d.get("adminPin", MISSING)
        self.additional_properties = unknown(d, _SmartlockAdminPinUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "adminPin": self.admin_pin,
        })


_SmartlockAdminPinUpdate: Final = frozenset({"adminPin",})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAdvancedConfig(Model):
    """Further settings of a Smart Lock. Setting them is effectively a full replacement.

    Attributes:
        auto_lock: Whether the door locks itself some time after unlocking. A flag of its own from
            firmware 2.7.8/1.9.1 on.
        auto_lock_timeout: Seconds from unlocking until the door locks itself. Before firmware
            2.7.8/1.9.1 a 0 switches this off; from there on 2 is the least, and with autoLock set
            a lower value becomes 2.
        auto_update_enabled: Whether new firmware installs itself.
        automatic_battery_type_detection: Whether the device finds out its battery type itself.
        battery_type: Batteries in the device: ALKALI, ACCUMULATOR or LITHIUM.
        detached_cylinder: Whether the inside of the cylinder turns apart from the outside.
        double_button_press_action: What a double press of the button does.
        enable_slow_speed_during_nightmode: Whether the motor runs slowly in night mode.
        lng_timeout: Seconds between unlocking and locking again in lock 'n' go.
        locked_position_offset_degrees: Degrees by which the locked position is shifted.
        motor_speed: Speed of the motor.
        operation_id: Present while another operation runs on the device; changes are refused
            until it ends.
        single_button_press_action: What one press of the button does.
        single_locked_position_offset_degrees: Degrees by which the position after one turn of the
            key is shifted.
        total_degrees: Absolute end position found by calibration, in degrees; may be negative.
        unlatch_duration: Seconds for which the latch stays pulled.
        unlocked_position_offset_degrees: Degrees by which the unlocked position is shifted.
        unlocked_to_locked_transition_offset_degrees: Degrees by which the point is shifted at
            which unlocked becomes locked.
    """

    auto_lock: bool | Unset = UNSET
    auto_lock_timeout: int | Unset = UNSET
    auto_update_enabled: bool | Unset = UNSET
    automatic_battery_type_detection: bool | Unset = UNSET
    battery_type: BatteryType
    detached_cylinder: bool | Unset = UNSET
    double_button_press_action: ButtonAction | Unset = UNSET
    enable_slow_speed_during_nightmode: bool | Unset = UNSET
    lng_timeout: int | Unset = UNSET
    locked_position_offset_degrees: int
    motor_speed: MotorSpeed | Unset = UNSET
    operation_id: str | Unset = UNSET
    single_button_press_action: ButtonAction | Unset = UNSET
    single_locked_position_offset_degrees: int
    total_degrees: int
    unlatch_duration: int | Unset = UNSET
    unlocked_position_offset_degrees: int
    unlocked_to_locked_transition_offset_degrees: int | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.auto_lock = d.get("autoLock", MISSING)
        self.auto_lock_timeout = d.get("autoLockTimeout", MISSING)
        self.auto_update_enabled = d.get("autoUpdateEnabled", MISSING)
        self.automatic_battery_type_detection = d.get("automaticBatteryTypeDetection", MISSING)
        self.battery_type = _BatteryType[v] if (v := d.get("batteryType", MISSING)).__class__ is int else v
        self.detached_cylinder = d.get("detachedCylinder", MISSING)
        self.double_button_press_action = _ButtonAction[v] if (v := d.get("doubleButtonPressAction", MISSING)).__class__ is int else v
        self.enable_slow_speed_during_nightmode = d.get("enableSlowSpeedDuringNightmode", MISSING)
        self.lng_timeout = d.get("lngTimeout", MISSING)
        self.locked_position_offset_degrees = d.get("lockedPositionOffsetDegrees", MISSING)
        self.motor_speed = _MotorSpeed[v] if (v := d.get("motorSpeed", MISSING)).__class__ is int else v
        self.operation_id = d.get("operationId", MISSING)
        self.single_button_press_action = _ButtonAction[v] if (v := d.get("singleButtonPressAction", MISSING)).__class__ is int else v
        self.single_locked_position_offset_degrees = d.get("singleLockedPositionOffsetDegrees", MISSING)
        self.total_degrees = d.get("totalDegrees", MISSING)
        self.unlatch_duration = d.get("unlatchDuration", MISSING)
        self.unlocked_position_offset_degrees = d.get("unlockedPositionOffsetDegrees", MISSING)
        self.unlocked_to_locked_transition_offset_degrees = d.get("unlockedToLockedTransitionOffsetDegrees", MISSING)
        self.additional_properties = unknown(d, _SmartlockAdvancedConfig)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "autoLock": self.auto_lock, "autoLockTimeout": self.auto_lock_timeout,
            "autoUpdateEnabled": self.auto_update_enabled,
            "automaticBatteryTypeDetection": self.automatic_battery_type_detection,
            "batteryType": plain(self.battery_type), "detachedCylinder": self.detached_cylinder,
            "doubleButtonPressAction": plain(self.double_button_press_action),
            "enableSlowSpeedDuringNightmode": self.enable_slow_speed_during_nightmode,
            "lngTimeout": self.lng_timeout,
            "lockedPositionOffsetDegrees": self.locked_position_offset_degrees,
            "motorSpeed": plain(self.motor_speed), "operationId": self.operation_id,
            "singleButtonPressAction": plain(self.single_button_press_action),
            "singleLockedPositionOffsetDegrees": self.single_locked_position_offset_degrees,
            "totalDegrees": self.total_degrees, "unlatchDuration": self.unlatch_duration,
            "unlockedPositionOffsetDegrees": self.unlocked_position_offset_degrees,
            "unlockedToLockedTransitionOffsetDegrees": self.unlocked_to_locked_transition_offset_degrees,
        })


_SmartlockAdvancedConfig: Final = frozenset({
    "autoLock", "autoLockTimeout", "autoUpdateEnabled", "automaticBatteryTypeDetection",
    "batteryType", "detachedCylinder", "doubleButtonPressAction", "enableSlowSpeedDuringNightmode",
    "lngTimeout", "lockedPositionOffsetDegrees", "motorSpeed", "operationId",
    "singleButtonPressAction", "singleLockedPositionOffsetDegrees", "totalDegrees",
    "unlatchDuration", "unlockedPositionOffsetDegrees", "unlockedToLockedTransitionOffsetDegrees",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockConfig(Model):
    """Settings that devices of every type have. Setting them is effectively a full replacement:
    change what was read, and send all of it.

    Attributes:
        advertising_mode: How often the device advertises itself over Bluetooth; slower saves
            battery.
        auto_unlatch: Whether unlocking also pulls the latch, for doors with a knob (type 1 and
            type 3 only).
        button_enabled: Whether the button of the device works.
        capabilities: What an Opener can do from the app; Opener only.
        daylight_saving_mode: Deprecated. Rule for daylight saving time.
        device_type: Type of the device.
        fob_action_1: What pressing the fob once does; OpenerFobAction for an Opener.
        fob_action_2: What pressing the fob twice does; OpenerFobAction for an Opener.
        fob_action_3: What pressing the fob 3 times does; OpenerFobAction for an Opener.
        fob_paired: Whether the device has a fob.
        homekit_state: State of HomeKit on the device.
        keypad2_paired: Whether the device has a Keypad 2.
        keypad_paired: Whether the device has a Keypad.
        latitude: Latitude of the device in degrees.
        led_brightness: Brightness of the LED, from 0 (dark) to 5 (brightest). For the types Box
            and Smart Door.
        led_enabled: Whether the LED of the device lights up.
        lift_up_handle: Whether the handle must be lifted before the door can be locked.
        longitude: Longitude of the device in degrees.
        matter_state: State of Matter on the device.
        name: Name that the device shows to new users.
        operating_mode: Intercom that an Opener drives; Opener only.
        operation_id: Present while another operation runs on the device; changes are refused
            until it ends.
        pairing_enabled: Whether the button of the device can start pairing.
        product_variant: Variant of a Smart Lock of the fifth generation.
        single_lock: Whether locking makes one turn of the key in place of two (type 1 only).
        timezone_id: Time zone of the device.
        timezone_offset: Deprecated. Offset from UTC in minutes.
        wifi_enabled: Whether the built-in Wi-Fi is usable.
    """

    advertising_mode: AdvertisingMode
    auto_unlatch: bool | Unset = UNSET
    button_enabled: bool | Unset = UNSET
    capabilities: Capability | Unset = UNSET
    daylight_saving_mode: DaylightSavingMode | Unset = UNSET
    device_type: DeviceType | Unset = UNSET
    fob_action_1: FobAction | OpenerFobAction | Unset = UNSET
    fob_action_2: FobAction | OpenerFobAction | Unset = UNSET
    fob_action_3: FobAction | OpenerFobAction | Unset = UNSET
    fob_paired: bool | Unset = UNSET
    homekit_state: HomekitState | Unset = UNSET
    keypad2_paired: bool | Unset = UNSET
    keypad_paired: bool | Unset = UNSET
    latitude: float
    led_brightness: int | Unset = UNSET
    led_enabled: bool | Unset = UNSET
    lift_up_handle: bool | Unset = UNSET
    longitude: float
    matter_state: MatterState | Unset = UNSET
    name: str
    operating_mode: OperatingMode | Unset = UNSET
    operation_id: str | Unset = UNSET
    pairing_enabled: bool | Unset = UNSET
    product_variant: ProductVariant | Unset = UNSET
    single_lock: bool | Unset = UNSET
    timezone_id: TimezoneId
    timezone_offset: int
    wifi_enabled: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = cls.__new__(cls)
        self.advertising_mode = _AdvertisingMode[v] if (v := d.get("advertisingMode", MISSING)).__class__ is int else v
        self.auto_unlatch = d.get("autoUnlatch", MISSING)
        self.button_enabled = d.get("buttonEnabled", MISSING)
        self.capabilities = _Capability[v] if (v := d.get("capabilities", MISSING)).__class__ is int else v
        self.daylight_saving_mode = _DaylightSavingMode[v] if (v := d.get("daylightSavingMode", MISSING)).__class__ is int else v
        self.device_type = _DeviceType[v] if (v := d.get("deviceType", MISSING)).__class__ is int else v
        self.fob_action_1 = _FobAction_or_OpenerFobAction.get(device_type, _FobAction)[v] if (v := d.get("fobAction1", MISSING)).__class__ is int else v
        self.fob_action_2 = _FobAction_or_OpenerFobAction.get(device_type, _FobAction)[v] if (v := d.get("fobAction2", MISSING)).__class__ is int else v
        self.fob_action_3 = _FobAction_or_OpenerFobAction.get(device_type, _FobAction)[v] if (v := d.get("fobAction3", MISSING)).__class__ is int else v
        self.fob_paired = d.get("fobPaired", MISSING)
        self.homekit_state = _HomekitState[v] if (v := d.get("homekitState", MISSING)).__class__ is int else v
        self.keypad2_paired = d.get("keypad2Paired", MISSING)
        self.keypad_paired = d.get("keypadPaired", MISSING)
        self.latitude = d.get("latitude", MISSING)
        self.led_brightness = d.get("ledBrightness", MISSING)
        self.led_enabled = d.get("ledEnabled", MISSING)
        self.lift_up_handle = d.get("liftUpHandle", MISSING)
        self.longitude = d.get("longitude", MISSING)
        self.matter_state = _MatterState[v] if (v := d.get("matterState", MISSING)).__class__ is int else v
        self.name = d.get("name", MISSING)
        self.operating_mode = _OperatingMode[v] if (v := d.get("operatingMode", MISSING)).__class__ is int else v
        self.operation_id = d.get("operationId", MISSING)
        self.pairing_enabled = d.get("pairingEnabled", MISSING)
        self.product_variant = _ProductVariant[v] if (v := d.get("productVariant", MISSING)).__class__ is int else v
        self.single_lock = d.get("singleLock", MISSING)
        self.timezone_id = _TimezoneId[v] if (v := d.get("timezoneId", MISSING)).__class__ is int else v
        self.timezone_offset = d.get("timezoneOffset", MISSING)
        self.wifi_enabled = d.get("wifiEnabled", MISSING)
        self.additional_properties = unknown(d, _SmartlockConfig)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "advertisingMode": plain(self.advertising_mode), "autoUnlatch": self.auto_unlatch,
            "buttonEnabled": self.button_enabled, "capabilities": plain(self.capabilities),
            "daylightSavingMode": plain(self.daylight_saving_mode),
            "deviceType": plain(self.device_type), "fobAction1": plain(self.fob_action_1),
            "fobAction2": plain(self.fob_action_2), "fobAction3": plain(self.fob_action_3),
            "fobPaired": self.fob_paired, "homekitState": plain(self.homekit_state),
            "keypad2Paired": self.keypad2_paired, "keypadPaired": self.keypad_paired,
            "latitude": self.latitude, "ledBrightness": self.led_brightness,
            "ledEnabled": self.led_enabled, "liftUpHandle": self.lift_up_handle,
            "longitude": self.longitude, "matterState": plain(self.matter_state), "name": self.name,
            "operatingMode": plain(self.operating_mode), "operationId": self.operation_id,
            "pairingEnabled": self.pairing_enabled, "productVariant": plain(self.product_variant),
            "singleLock": self.single_lock, "timezoneId": plain(self.timezone_id),
            "timezoneOffset": self.timezone_offset, "wifiEnabled": self.wifi_enabled,
        })


_SmartlockConfig: Final = frozenset({
    "advertisingMode", "autoUnlatch", "buttonEnabled", "capabilities", "daylightSavingMode",
    "deviceType", "fobAction1", "fobAction2", "fobAction3", "fobPaired", "homekitState",
    "keypad2Paired", "keypadPaired", "latitude", "ledBrightness", "ledEnabled", "liftUpHandle",
    "longitude", "matterState", "name", "operatingMode", "operationId", "pairingEnabled",
    "productVariant", "singleLock", "timezoneId", "timezoneOffset", "wifiEnabled",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockOpenerAdvancedConfig(Model):
    """Further settings of an Opener (RTO is ring to open, CM is continuous mode). Setting them is
    effectively a full replacement.

    Attributes:
        auto_update_enabled: Whether new firmware installs itself.
        automatic_battery_type_detection: Whether the device finds out its battery type itself.
        battery_type: Batteries in the device: ALKALI, ACCUMULATOR, LITHIUM or FIXED.
        bus_mode_switch: How the bus changes between data and analogue mode, as a number.
        disable_rto_after_ring: Whether ring to open (RTO) ends with the first ring.
        doorbell_suppression: When the doorbell stays silent; cases can be combined.
        doorbell_suppression_duration: Milliseconds (ms) of silence of a suppressed doorbell;
            operating mode 2 (digital intercom) only.
        double_button_press_action: What a double press of the button does.
        electric_strike_delay: Milliseconds (ms) between lock action 3 (open) and the pulse to the
            electric strike.
        electric_strike_duration: Milliseconds (ms) for which lock action 3 (open) drives the
            electric strike.
        intercom_id: Number of the connected intercom model.
        operation_id: Present while another operation runs on the device; changes are refused
            until it ends.
        random_electric_strike_delay: Whether electricStrikeDelay is drawn at random between 3000
            and 7000 ms, as if somebody at home opened.
        rto_timeout: Minutes until ring to open (RTO) ends by itself.
        short_circuit_duration: Milliseconds (ms) of short circuit that switch the bus mode.
        single_button_press_action: What one press of the button does.
        sound_cm: Sound that goes with continuous mode (CM).
        sound_confirmation: Whether the Opener confirms by a sound.
        sound_level: Volume of the opener's sounds.
        sound_open: Sound that goes with opening.
        sound_ring: Sound that goes with a ring.
        sound_rto: Sound that goes with ring to open (RTO).
    """

    auto_update_enabled: bool | Unset = UNSET
    automatic_battery_type_detection: bool | Unset = UNSET
    battery_type: BatteryType
    bus_mode_switch: int
    disable_rto_after_ring: bool
    doorbell_suppression: DoorbellSuppression
    doorbell_suppression_duration: int
    double_button_press_action: OpenerButtonAction
    electric_strike_delay: int
    electric_strike_duration: int
    intercom_id: int
    operation_id: str | Unset = UNSET
    random_electric_strike_delay: bool
    rto_timeout: int
    short_circuit_duration: int
    single_button_press_action: OpenerButtonAction
    sound_cm: Sound
    sound_confirmation: SoundConfirmation
    sound_level: int
    sound_open: Sound
    sound_ring: Sound
    sound_rto: Sound

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.auto_update_enabled = d.get("autoUpdateEnabled", MISSING)
        self.automatic_battery_type_detection = d.get("automaticBatteryTypeDetection", MISSING)
        self.battery_type = _BatteryType[v] if (v := d.get("batteryType", MISSING)).__class__ is int else v
        self.bus_mode_switch = d.get("busModeSwitch", MISSING)
        self.disable_rto_after_ring = d.get("disableRtoAfterRing", MISSING)
        self.doorbell_suppression = _DoorbellSuppression[v] if (v := d.get("doorbellSuppression", MISSING)).__class__ is int else v
        self.doorbell_suppression_duration = d.get("doorbellSuppressionDuration", MISSING)
        self.double_button_press_action = _OpenerButtonAction[v] if (v := d.get("doubleButtonPressAction", MISSING)).__class__ is int else v
        self.electric_strike_delay = d.get("electricStrikeDelay", MISSING)
        self.electric_strike_duration = d.get("electricStrikeDuration", MISSING)
        self.intercom_id = d.get("intercomId", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.random_electric_strike_delay = d.get("randomElectricStrikeDelay", MISSING)
        self.rto_timeout = d.get("rtoTimeout", MISSING)
        self.short_circuit_duration = d.get("shortCircuitDuration", MISSING)
        self.single_button_press_action = _OpenerButtonAction[v] if (v := d.get("singleButtonPressAction", MISSING)).__class__ is int else v
        self.sound_cm = _Sound[v] if (v := d.get("soundCm", MISSING)).__class__ is int else v
        self.sound_confirmation = _SoundConfirmation[v] if (v := d.get("soundConfirmation", MISSING)).__class__ is int else v
        self.sound_level = d.get("soundLevel", MISSING)
        self.sound_open = _Sound[v] if (v := d.get("soundOpen", MISSING)).__class__ is int else v
        self.sound_ring = _Sound[v] if (v := d.get("soundRing", MISSING)).__class__ is int else v
        self.sound_rto = _Sound[v] if (v := d.get("soundRto", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlockOpenerAdvancedConfig)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "autoUpdateEnabled": self.auto_update_enabled,
            "automaticBatteryTypeDetection": self.automatic_battery_type_detection,
            "batteryType": plain(self.battery_type), "busModeSwitch": self.bus_mode_switch,
            "disableRtoAfterRing": self.disable_rto_after_ring,
            "doorbellSuppression": plain(self.doorbell_suppression),
            "doorbellSuppressionDuration": self.doorbell_suppression_duration,
            "doubleButtonPressAction": plain(self.double_button_press_action),
            "electricStrikeDelay": self.electric_strike_delay,
            "electricStrikeDuration": self.electric_strike_duration, "intercomId": self.intercom_id,
            "operationId": self.operation_id,
            "randomElectricStrikeDelay": self.random_electric_strike_delay,
            "rtoTimeout": self.rto_timeout, "shortCircuitDuration": self.short_circuit_duration,
            "singleButtonPressAction": plain(self.single_button_press_action),
            "soundCm": plain(self.sound_cm), "soundConfirmation": plain(self.sound_confirmation),
            "soundLevel": self.sound_level, "soundOpen": plain(self.sound_open),
            "soundRing": plain(self.sound_ring), "soundRto": plain(self.sound_rto),
        })


_SmartlockOpenerAdvancedConfig: Final = frozenset({
    "autoUpdateEnabled", "automaticBatteryTypeDetection", "batteryType", "busModeSwitch",
    "disableRtoAfterRing", "doorbellSuppression", "doorbellSuppressionDuration",
    "doubleButtonPressAction", "electricStrikeDelay", "electricStrikeDuration", "intercomId",
    "operationId", "randomElectricStrikeDelay", "rtoTimeout", "shortCircuitDuration",
    "singleButtonPressAction", "soundCm", "soundConfirmation", "soundLevel", "soundOpen",
    "soundRing", "soundRto",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockSmartdoorAdvancedConfig(Model):
    """Further settings of a Smart Door. Setting them is effectively a full replacement.

    Attributes:
        auto_lock: Whether the door locks itself some time after unlocking.
        auto_lock_timeout: Seconds from unlocking until the door locks itself; 0 switches this
            off.
        automatic_battery_type_detection: Whether the device finds out its battery type itself.
        battery_type: Batteries in the device: ALKALI, ACCUMULATOR, LITHIUM, FIXED or UNKNOWN.
        buzzer_volume: Volume of the buzzer.
        double_button_press_action: What a double press of the button does.
        lng_timeout: Seconds between unlocking and locking again in lock 'n' go.
        operation_id: Present while another operation runs on the device; changes are refused
            until it ends.
        single_button_press_action: What one press of the button does.
        supported_battery_types: Battery types that the Smart Door takes.
        unlatch_duration: Seconds for which the latch stays pulled.
    """

    auto_lock: bool
    auto_lock_timeout: int | Unset = UNSET
    automatic_battery_type_detection: bool | Unset = UNSET
    battery_type: BatteryType
    buzzer_volume: BuzzerVolume | Unset = UNSET
    double_button_press_action: ButtonAction | Unset = UNSET
    lng_timeout: int | Unset = UNSET
    operation_id: str | Unset = UNSET
    single_button_press_action: ButtonAction | Unset = UNSET
    supported_battery_types: list[BatteryType] | Unset = UNSET
    unlatch_duration: int | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.auto_lock = d.get("autoLock", MISSING)
        self.auto_lock_timeout = d.get("autoLockTimeout", MISSING)
        self.automatic_battery_type_detection = d.get("automaticBatteryTypeDetection", MISSING)
        self.battery_type = _BatteryType[v] if (v := d.get("batteryType", MISSING)).__class__ is int else v
        self.buzzer_volume = _BuzzerVolume[v] if (v := d.get("buzzerVolume", MISSING)).__class__ is int else v
        self.double_button_press_action = _ButtonAction[v] if (v := d.get("doubleButtonPressAction", MISSING)).__class__ is int else v
        self.lng_timeout = d.get("lngTimeout", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.single_button_press_action = _ButtonAction[v] if (v := d.get("singleButtonPressAction", MISSING)).__class__ is int else v
        self.supported_battery_types = [_BatteryType[e] if e.__class__ is int else e for e in v] if (v := d.get("supportedBatteryTypes", MISSING)).__class__ is list else v
        self.unlatch_duration = d.get("unlatchDuration", MISSING)
        self.additional_properties = unknown(d, _SmartlockSmartdoorAdvancedConfig)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "autoLock": self.auto_lock, "autoLockTimeout": self.auto_lock_timeout,
            "automaticBatteryTypeDetection": self.automatic_battery_type_detection,
            "batteryType": plain(self.battery_type), "buzzerVolume": plain(self.buzzer_volume),
            "doubleButtonPressAction": plain(self.double_button_press_action),
            "lngTimeout": self.lng_timeout, "operationId": self.operation_id,
            "singleButtonPressAction": plain(self.single_button_press_action),
            "supportedBatteryTypes": plain(self.supported_battery_types),
            "unlatchDuration": self.unlatch_duration,
        })


_SmartlockSmartdoorAdvancedConfig: Final = frozenset({
    "autoLock", "autoLockTimeout", "automaticBatteryTypeDetection", "batteryType", "buzzerVolume",
    "doubleButtonPressAction", "lngTimeout", "operationId", "singleButtonPressAction",
    "supportedBatteryTypes", "unlatchDuration",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockState(Model):
    """State of a device as the server last heard of it; reading it does not ask the device.

    Attributes:
        battery_charge: Charge left in the Nuki battery pack, in percent (%).
        battery_charging: Whether the Nuki battery pack is charging.
        battery_critical: Whether the batteries of the device are nearly empty.
        door_state: What the door sensor reports.
        doorsensor_battery_critical: Whether the battery of the paired door sensor is nearly
            empty; not known on every device.
        keypad_battery_critical: Whether the battery of the paired Keypad is nearly empty; not
            known on every device.
        last_action: Action carried out last; OpenerAction for an Opener.
        mode: Mode of operation.
        night_mode: Whether night mode is on at the moment.
        operation_id: Present while another operation runs on the device; changes are refused
            until it ends.
        ring_to_open_end: When ring to open runs out (UTC); null while it is off (type 2 only).
        ring_to_open_timer: Deprecated. Time left of ring to open; 0 while it is off (type 2
            only).
        state: State of the device; OpenerState for an Opener.
        trigger: What brought the state about; OpenerTrigger for an Opener.
    """

    battery_charge: int | Unset = UNSET
    battery_charging: bool | Unset = UNSET
    battery_critical: bool
    door_state: DoorState
    doorsensor_battery_critical: bool | Unset = UNSET
    keypad_battery_critical: bool | Unset = UNSET
    last_action: LockAction | OpenerAction
    mode: SmartlockMode
    night_mode: bool | Unset = UNSET
    operation_id: str | Unset = UNSET
    ring_to_open_end: datetime | None | Unset = UNSET
    ring_to_open_timer: int
    state: LockState | OpenerState
    trigger: LockTrigger | OpenerTrigger

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = cls.__new__(cls)
        self.battery_charge = d.get("batteryCharge", MISSING)
        self.battery_charging = d.get("batteryCharging", MISSING)
        self.battery_critical = d.get("batteryCritical", MISSING)
        self.door_state = _DoorState[v] if (v := d.get("doorState", MISSING)).__class__ is int else v
        self.doorsensor_battery_critical = d.get("doorsensorBatteryCritical", MISSING)
        self.keypad_battery_critical = d.get("keypadBatteryCritical", MISSING)
        self.last_action = _LockAction_or_OpenerAction.get(device_type, _LockAction)[v] if (v := d.get("lastAction", MISSING)).__class__ is int else v
        self.mode = _SmartlockMode[v] if (v := d.get("mode", MISSING)).__class__ is int else v
        self.night_mode = d.get("nightMode", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.ring_to_open_end = instant(d.get("ringToOpenEnd", MISSING))
        self.ring_to_open_timer = d.get("ringToOpenTimer", MISSING)
        self.state = _LockState_or_OpenerState.get(device_type, _LockState)[v] if (v := d.get("state", MISSING)).__class__ is int else v
        self.trigger = _LockTrigger_or_OpenerTrigger.get(device_type, _LockTrigger)[v] if (v := d.get("trigger", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlockState)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "batteryCharge": self.battery_charge, "batteryCharging": self.battery_charging,
            "batteryCritical": self.battery_critical, "doorState": plain(self.door_state),
            "doorsensorBatteryCritical": self.doorsensor_battery_critical,
            "keypadBatteryCritical": self.keypad_battery_critical,
            "lastAction": plain(self.last_action), "mode": plain(self.mode),
            "nightMode": self.night_mode, "operationId": self.operation_id,
            "ringToOpenEnd": plain(self.ring_to_open_end),
            "ringToOpenTimer": self.ring_to_open_timer, "state": plain(self.state),
            "trigger": plain(self.trigger),
        })


_SmartlockState: Final = frozenset({
    "batteryCharge", "batteryCharging", "batteryCritical", "doorState", "doorsensorBatteryCritical",
    "keypadBatteryCritical", "lastAction", "mode", "nightMode", "operationId", "ringToOpenEnd",
    "ringToOpenTimer", "state", "trigger",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockUpdate(Model):
    """New name and favourite mark of a device; both are optional.

    Attributes:
        favorite: Whether to mark the device as a favourite.
        name: Name to give to the device.
    """

    favorite: bool | Unset = UNSET
    name: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.favorite = d.get("favorite", MISSING)
        self.name = d.get("name", MISSING)
        self.additional_properties = unknown(d, _SmartlockUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "favorite": self.favorite, "name": self.name,
        })


_SmartlockUpdate: Final = frozenset({"favorite", "name"})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockWebConfig(Model):
    """What Nuki Web keeps about a device. Values absent or null stay as they are.

    Attributes:
        battery_warning_per_mail_enabled: Whether a low battery is reported by e-mail; absent or
            null leaves it unchanged.
        dismissed_lift_up_handle_warning: Accounts that have put away the warning about the
            lift-up handle; absent or null leaves it unchanged, [] clears it.
    """

    battery_warning_per_mail_enabled: bool | None | Unset = UNSET
    dismissed_lift_up_handle_warning: list[int] | None | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.battery_warning_per_mail_enabled = d.get("batteryWarningPerMailEnabled", MISSING)
        self.dismissed_lift_up_handle_warning = d.get("dismissedLiftUpHandleWarning", MISSING)
        self.additional_properties = unknown(d, _SmartlockWebConfig)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "batteryWarningPerMailEnabled": self.battery_warning_per_mail_enabled,
            "dismissedLiftUpHandleWarning": self.dismissed_lift_up_handle_warning,
        })


_SmartlockWebConfig: Final = frozenset({
    "batteryWarningPerMailEnabled", "dismissedLiftUpHandleWarning",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class WebConfigRequest(Model):
    """The web config for one of several devices."""

    smartlock_id: SmartlockId | Unset = UNSET
    web_config: SmartlockWebConfig | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.web_config = SmartlockWebConfig.from_dict(v) if (v := d.get("webConfig", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _WebConfigRequest)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "smartlockId": plain(self.smartlock_id), "webConfig": plain(self.web_config),
        })


_WebConfigRequest: Final = frozenset({"smartlockId", "webConfig"})
