"""The configuration of devices: what a new one has, and what a change of it does to the device."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import (
    AdvertisingMode,
    BatteryType,
    ButtonAction,
    BuzzerVolume,
    Capability,
    DaylightSavingMode,
    DoorbellSuppression,
    FobAction,
    HomekitState,
    MatterState,
    MotorSpeed,
    OpenerButtonAction,
    OpenerFobAction,
    OperatingMode,
    ProductVariant,
    SmartlockAdvancedConfig,
    SmartlockConfig,
    SmartlockOpenerAdvancedConfig,
    SmartlockSmartdoorAdvancedConfig,
    SmartlockWebConfig,
    Sound,
    SoundConfirmation,
    TimezoneId,
)
from nuki_core.ids import DeviceType
from nuki_core.unset import UNSET

from .records import DeviceRecord

if TYPE_CHECKING:
    from nuki_simulator.world.devices import Device

_MINUTE: Final = 60.0
_MILLISECOND: Final = 0.001
_SHORTEST_AUTO_LOCK: Final = 2
_USUAL_AUTO_LOCK: Final = 300
_CAPABILITIES: Final = {DeviceType.SMART_LOCK: Capability.ONLY_DOOR_OPENING}
"""Where recorded configurations differ from those of a Smart Lock 3 and an Opener."""


def new_device_record(device: Device, auth_id: int) -> DeviceRecord:
    """Make what the server keeps about a device that has just been added."""
    how, record = device.mechanics, DeviceRecord(new_config(device), auth_id=auth_id)
    record.web = SmartlockWebConfig(battery_warning_per_mail_enabled=True)
    if device.is_opener:
        record.opener = SmartlockOpenerAdvancedConfig(
            intercom_id=1,
            bus_mode_switch=0,
            short_circuit_duration=0,
            electric_strike_delay=0,
            electric_strike_duration=int(how.strike / _MILLISECOND),
            random_electric_strike_delay=False,
            disable_ring_to_open_after_ring=how.disable_ring_to_open_after_ring,
            ring_to_open_timeout=int(how.ring_to_open_timeout / _MINUTE),
            doorbell_suppression=DoorbellSuppression(0),
            doorbell_suppression_duration=2000,
            single_button_press_action=OpenerButtonAction.TOGGLE_RING_TO_OPEN,
            double_button_press_action=OpenerButtonAction.OPEN,
            sound_ring=Sound.SOUND_1,
            sound_open=Sound.SOUND_1,
            sound_ring_to_open=Sound.SOUND_1,
            sound_continuous_mode=Sound.SOUND_1,
            sound_confirmation=SoundConfirmation.SOUND,
            sound_level=255,
            battery_type=BatteryType.ALKALI,
            automatic_battery_type_detection=True,
            auto_update_enabled=True,
        )
    elif device.type == DeviceType.SMART_DOOR:
        record.smartdoor = SmartlockSmartdoorAdvancedConfig(
            lng_timeout=_nearest("lng_timeout", how.lock_n_go),
            unlatch_duration=_nearest("unlatch_duration", how.unlatch),
            auto_lock=how.auto_lock is not None,
            auto_lock_timeout=0 if how.auto_lock is None else int(how.auto_lock),
            single_button_press_action=ButtonAction.INTELLIGENT,
            double_button_press_action=ButtonAction.LOCK_N_GO,
            battery_type=BatteryType.FIXED,
            automatic_battery_type_detection=True,
            buzzer_volume=BuzzerVolume.NORMAL,
            supported_battery_types=[BatteryType.ALKALI, BatteryType.FIXED],
        )
    else:
        record.advanced = SmartlockAdvancedConfig(
            total_degrees=900,
            unlocked_position_offset_degrees=0,
            locked_position_offset_degrees=0,
            single_locked_position_offset_degrees=0,
            unlocked_to_locked_transition_offset_degrees=0,
            lng_timeout=_nearest("lng_timeout", how.lock_n_go),
            unlatch_duration=_nearest("unlatch_duration", how.unlatch),
            auto_lock=how.auto_lock is not None,
            auto_lock_timeout=_USUAL_AUTO_LOCK if how.auto_lock is None else int(how.auto_lock),
            single_button_press_action=ButtonAction.INTELLIGENT,
            double_button_press_action=ButtonAction.LOCK_N_GO,
            detached_cylinder=False,
            battery_type=BatteryType.ALKALI,
            automatic_battery_type_detection=True,
            auto_update_enabled=True,
            motor_speed=MotorSpeed.STANDARD,
            enable_slow_speed_during_nightmode=False,
        )
    return record


def new_config(device: Device) -> SmartlockConfig:
    """Make the configuration of a new device; an opener's lacks ``singleLock``, as real ones do."""
    fob = OpenerFobAction if device.is_opener else FobAction
    config = SmartlockConfig(
        name=device.name,
        latitude=47.0707,
        longitude=15.4395,
        timezone_id=TimezoneId.EUROPE_BERLIN,
        timezone_offset=0,
        daylight_saving_mode=DaylightSavingMode.EUROPEAN,
        advertising_mode=AdvertisingMode.AUTOMATIC,
        auto_unlatch=False,
        button_enabled=True,
        led_enabled=True,
        led_brightness=3,
        pairing_enabled=True,
        fob_paired=False,
        fob_action_1=fob(1),
        fob_action_2=fob(2),
        fob_action_3=fob(3),
        homekit_state=HomekitState.DISABLED,
        matter_state=MatterState.NOT_AVAILABLE,
        keypad_paired=device.has_keypad,
        keypad2_paired=False,
        wifi_enabled=device.type == DeviceType.SMART_LOCK_5,
        device_type=device.type,
        capabilities=_CAPABILITIES.get(device.type, Capability.BOTH),
        lift_up_handle=False,
    )
    if device.is_opener:
        config.operating_mode = OperatingMode.ANALOGUE_INTERCOM
    else:
        config.single_lock = False
    if device.type == DeviceType.SMART_LOCK:
        config.operating_mode = OperatingMode.GENERIC_DOOR_OPENER
    if device.type == DeviceType.SMART_LOCK_5:
        config.product_variant = ProductVariant.PRO
    return config


def apply_lock_config(
    device: Device, config: SmartlockAdvancedConfig | SmartlockSmartdoorAdvancedConfig
) -> None:
    """Let the device do as its advanced configuration says; a timeout is at least 2 seconds."""
    how = device.mechanics
    how.lock_n_go = config.lng_timeout if config.lng_timeout is not UNSET else how.lock_n_go
    how.unlatch = config.unlatch_duration if config.unlatch_duration is not UNSET else how.unlatch
    timeout = config.auto_lock_timeout or _USUAL_AUTO_LOCK
    how.auto_lock = float(max(_SHORTEST_AUTO_LOCK, timeout)) if config.auto_lock else None


def apply_opener_config(device: Device, config: SmartlockOpenerAdvancedConfig) -> None:
    """Let an opener do as its advanced configuration says."""
    how = device.mechanics
    how.strike = config.electric_strike_duration * _MILLISECOND
    how.ring_to_open_timeout = config.ring_to_open_timeout * _MINUTE
    how.disable_ring_to_open_after_ring = config.disable_ring_to_open_after_ring


def _nearest(field: str, seconds: float) -> int:
    """Round to what a device can be set to; simulated ones may be quicker."""
    allowed = SmartlockAdvancedConfig.limits[field].allowed
    return int(min(allowed, key=lambda value: abs(value - seconds)))


READ_ONLY: Final = frozenset(
    {
        "bus_mode_switch",
        "capabilities",
        "device_type",
        "fob_action_1",
        "fob_action_2",
        "fob_action_3",
        "fob_paired",
        "homekit_state",
        "intercom_id",
        "keypad2_paired",
        "keypad_paired",
        "matter_state",
        "operating_mode",
        "operation_id",
        "product_variant",
        "supported_battery_types",
        "total_degrees",
        "wifi_enabled",
    }
)
"""What a client may send back but not change; the description marks the same members."""
