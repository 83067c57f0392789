# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: smartlock."""

from __future__ import annotations

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum


class AdminPinState(OpenIntEnum):
    """Whether the server knows the right admin PIN."""

    OK = 0
    MISSING = 1
    INVALID = 2


class AdvertisingMode(OpenIntEnum):
    """How often the device advertises itself by Bluetooth; slower saves battery."""

    AUTOMATIC = 0
    NORMAL = 1
    SLOW = 2
    SLOWEST = 3


class BatteryType(OpenIntEnum):
    """Kind of batteries in a device.

    Members:
        ALKALI: alkaline
        ACCUMULATOR: rechargeable
        FIXED: built in
        AUTOMATIC: detected by the device
    """

    ALKALI = 0
    ACCUMULATOR = 1
    LITHIUM = 2
    FIXED = 3
    AUTOMATIC = 254
    UNKNOWN = 255


class ButtonAction(OpenIntEnum):
    """What pressing the button of a lock does.

    Members:
        NO_ACTION: nothing
        INTELLIGENT: lock or unlock, by the current state
    """

    NO_ACTION = 0
    INTELLIGENT = 1
    UNLOCK = 2
    LOCK = 3
    UNLATCH = 4
    LOCK_N_GO = 5
    SHOW_STATUS = 6


class BuzzerVolume(OpenIntEnum):
    """Volume of the buzzer of a Smart Door."""

    OFF = 0
    LOW = 1
    NORMAL = 2


class Capability(OpenIntEnum):
    """What the app may do with an Opener (RTO is ring to open).

    Members:
        ONLY_DOOR_OPENING: open the door only
        BOTH: open the door and ring to open
        ONLY_RTO: ring to open only
    """

    ONLY_DOOR_OPENING = 0
    BOTH = 1
    ONLY_RTO = 2


class DaylightSavingMode(OpenIntEnum):
    """Daylight saving rule of a device; deprecated by the time-zone id.

    Members:
        EUROPEAN: European rule
    """

    OFF = 0
    EUROPEAN = 1


class DoorState(OpenIntEnum):
    """What the door sensor reports.

    Members:
        UNAVAILABLE: no sensor paired
        DOOR_OPENED: open
        DOOR_STATE_UNKNOWN: not known
        UNCALIBRATED: not calibrated
    """

    UNAVAILABLE = 0
    DEACTIVATED = 1
    DOOR_CLOSED = 2
    DOOR_OPENED = 3
    DOOR_STATE_UNKNOWN = 4
    CALIBRATING = 5
    UNCALIBRATED = 16
    REMOVED = 240
    UNKNOWN = 255


class DoorbellSuppression(OpenFlag):
    """When an Opener keeps the doorbell quiet (RTO is ring to open, CM is continuous mode)."""

    CM_AND_RTO_INACTIVE = 1
    RTO_ACTIVE = 2
    CM_ACTIVE = 4


class FobAction(OpenIntEnum):
    """What pressing a fob does on a lock.

    Members:
        NONE: nothing
        INTELLIGENT: lock or unlock, by the current state
    """

    NONE = 0
    UNLOCK = 1
    LOCK = 2
    LOCK_N_GO = 3
    INTELLIGENT = 4


class HomekitState(OpenIntEnum):
    """State of HomeKit on a device.

    Members:
        UNAVAILABLE: not available
    """

    UNAVAILABLE = 0
    DISABLED = 1
    ENABLED = 2
    ENABLED_AND_PAIRED = 3


class LockMechanism(OpenIntEnum):
    """Lock mechanism in a Smart Door.

    Members:
        MY_EVO: MyEVO
    """

    MY_EVO = 1
    KFV_GENIUS = 2


class LockState(OpenIntEnum):
    """State of a lock or Smart Door.

    Members:
        UNCALIBRATED: not calibrated; a Smart Door not activated
        UNLOCKED_LOCK_N_GO: unlocked by lock 'n' go
        ERROR_WRONG_ENTRY_CODE: wrong code entered
        BOOT_RUN: starting
        UNDEFINED: not known
    """

    UNCALIBRATED = 0
    LOCKED = 1
    UNLOCKING = 2
    UNLOCKED = 3
    LOCKING = 4
    UNLATCHED = 5
    UNLOCKED_LOCK_N_GO = 6
    UNLATCHING = 7
    ERROR_WRONG_ENTRY_CODE = 224
    ERROR_WRONG_FINGERPRINT = 225
    BOOT_RUN = 253
    MOTOR_BLOCKED = 254
    UNDEFINED = 255


class LockTrigger(OpenIntEnum):
    """What caused the state of a lock or a log entry about one.

    Members:
        MANUAL: by hand
    """

    SYSTEM = 0
    MANUAL = 1
    BUTTON = 2
    AUTOMATIC = 3
    WEB = 4
    APP = 5
    AUTO_LOCK = 6
    ACCESSORY = 7
    KEYPAD_ERROR = 253
    NUKI_MODE = 254
    KEYPAD = 255


class MatterState(OpenIntEnum):
    """State of Matter on a device.

    Members:
        DISABLED_WITHOUT_CERTIFICATE: disabled, and no certificate to be had
    """

    NOT_AVAILABLE = 0
    DISABLED_WITHOUT_CERTIFICATE = 1
    DISABLED = 2
    ENABLED = 3
    ENABLED_AND_PAIRED = 4


class MotorSpeed(OpenIntEnum):
    """Speed of the motor."""

    STANDARD = 0
    FAST = 1
    SLOW = 2


class OpenerButtonAction(OpenIntEnum):
    """What pressing the button of an Opener does (RTO is ring to open, CM is continuous mode).

    Members:
        NO_ACTION: nothing
        TOGGLE_RTO: toggle ring to open
        ACTIVATE_RTO: ring to open on
        DEACTIVATE_RTO: ring to open off
        TOGGLE_CM: toggle continuous mode
        ACTIVATE_CM: continuous mode on
        DEACTIVATE_CM: continuous mode off
    """

    NO_ACTION = 0
    TOGGLE_RTO = 1
    ACTIVATE_RTO = 2
    DEACTIVATE_RTO = 3
    TOGGLE_CM = 4
    ACTIVATE_CM = 5
    DEACTIVATE_CM = 6
    OPEN = 7


class OpenerFobAction(OpenIntEnum):
    """What pressing a fob does on an Opener.

    Members:
        NONE: nothing
        ACTIVATE_RING_TO_OPEN: ring to open on
        DEACTIVATE_RING_TO_OPEN: ring to open off
        ELECTRIC_STRIKE_ACTUATION: open the door
    """

    NONE = 0
    TOGGLE_RING_TO_OPEN = 1
    ACTIVATE_RING_TO_OPEN = 2
    DEACTIVATE_RING_TO_OPEN = 3
    ELECTRIC_STRIKE_ACTUATION = 7
    RING = 8


class OpenerState(OpenIntEnum):
    """State of an Opener.

    Members:
        UNTRAINED: has not learned the intercom
        ONLINE: idle
        RING_TO_OPEN_ACTIVE: opens when the bell rings
        BOOT_RUN: starting
        UNDEFINED: not known
    """

    UNTRAINED = 0
    ONLINE = 1
    RING_TO_OPEN_ACTIVE = 3
    OPEN = 5
    OPENING = 7
    BOOT_RUN = 253
    UNDEFINED = 255


class OpenerTrigger(OpenIntEnum):
    """What caused the state of an Opener or a log entry about one.

    Members:
        MANUAL: by hand
    """

    SYSTEM = 0
    MANUAL = 1
    BUTTON = 2
    AUTOMATIC = 3
    WEB = 4
    APP = 5
    CONTINUOUS_MODE = 6
    ACCESSORY = 7
    KEYPAD_ERROR = 253
    NUKI_MODE = 254
    KEYPAD = 255


class OperatingMode(OpenIntEnum):
    """Kind of intercom that an Opener drives.

    Members:
        ANALOG_INTERCOM_SIEDLE_HTS: analogue, Siedle HTS
        DIGITAL_INTERCOM_URMET_2_VOICE: digital, Urmet 2Voice
    """

    GENERIC_DOOR_OPENER = 0
    ANALOGUE_INTERCOM = 1
    DIGITAL_INTERCOM = 2
    DIGITAL_INTERCOM_SIEDLE = 3
    DIGITAL_INTERCOM_TCS = 4
    DIGITAL_INTERCOM_BTICINO = 5
    ANALOG_INTERCOM_SIEDLE_HTS = 6
    DIGITAL_INTERCOM_STR = 7
    DIGITAL_INTERCOM_RITTO = 8
    DIGITAL_INTERCOM_FERMAX = 9
    DIGITAL_INTERCOM_COMELIT = 10
    DIGITAL_INTERCOM_URMET_BIBUS = 11
    DIGITAL_INTERCOM_URMET_2_VOICE = 12
    DIGITAL_INTERCOM_GOLMAR = 13
    DIGITAL_INTERCOM_SKS = 14
    DIGITAL_INTERCOM_SPARE = 15


class ProductVariant(OpenIntEnum):
    """Variant of a Smart Lock of the fifth generation."""

    GO = 1
    PRO = 2
    ULTRA = 3


class ServerState(OpenIntEnum):
    """Whether the vendor's server can reach the device.

    Members:
        UNREGISTERED: not registered
        AUTH_UUID_INVALID: authorization UUID invalid
        AUTH_INVALID: authorization invalid
    """

    OK = 0
    UNREGISTERED = 1
    AUTH_UUID_INVALID = 2
    AUTH_INVALID = 3
    OFFLINE = 4


class ShsSubscriptionSegment(OpenStrEnum):
    """Market of a Smart Hosting subscription.

    Members:
        B2C: consumers
        B2B: businesses
    """

    B2C = "B2C"
    B2B = "B2B"


class ShsSubscriptionState(OpenStrEnum):
    """State of a Smart Hosting subscription.

    Members:
        PENDING_CANCEL: about to be cancelled
    """

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    ON_HOLD = "ON_HOLD"
    PENDING = "PENDING"
    PENDING_CANCEL = "PENDING_CANCEL"


class SmartlockMode(OpenIntEnum):
    """Mode of operation of a device.

    Members:
        UNINITIALIZED: not set up
        DOOR: normal operation
        CONTINUOUS: continuous mode of an Opener
    """

    UNINITIALIZED = 0
    PAIRING = 1
    DOOR = 2
    CONTINUOUS = 3
    MAINTENANCE = 4
    OFF_DOOR_CHARGING = 5


class Sound(OpenIntEnum):
    """Sound that an Opener plays.

    Members:
        NO_SOUND: none
    """

    NO_SOUND = 0
    SOUND_1 = 1
    SOUND_2 = 2
    SOUND_3 = 3


class SoundConfirmation(OpenIntEnum):
    """Whether an Opener confirms by a sound.

    Members:
        SOUND: yes
    """

    NO_SOUND = 0
    SOUND = 1


class TimezoneId(OpenIntEnum):
    """Time zone of a device, with the offset and daylight saving of its firmware, which are not
    always today's law.

    Members:
        AFRICA_CAIRO: Africa/Cairo, UTC+2
        AFRICA_LAGOS: Africa/Lagos, UTC+1
        AFRICA_MAPUTO: Africa/Maputo, UTC+2
        AFRICA_NAIROBI: Africa/Nairobi, UTC+3
        AMERICA_ANCHORAGE: America/Anchorage, UTC-9, DST
        AMERICA_BUENOS_AIRES: America/Buenos_Aires, UTC-3
        AMERICA_CHICAGO: America/Chicago, UTC-6, DST
        AMERICA_DENVER: America/Denver, UTC-7, DST
        AMERICA_HALIFAX: America/Halifax, UTC-4, DST
        AMERICA_LOS_ANGELES: America/Los_Angeles, UTC-8, DST
        AMERICA_MANAUS: America/Manaus, UTC-4
        AMERICA_MEXICO_CITY: America/Mexico_City, UTC-6, DST
        AMERICA_NEW_YORK: America/New_York, UTC-5, DST
        AMERICA_PHOENIX: America/Phoenix, UTC-7
        AMERICA_REGINA: America/Regina, UTC-6
        AMERICA_SANTIAGO: America/Santiago, UTC-4, DST
        AMERICA_SAO_PAULO: America/Sao_Paulo, UTC-3
        AMERICA_ST_JOHNS: America/St_Johns, UTC-3:30, DST
        ASIA_BANGKOK: Asia/Bangkok, UTC+7
        ASIA_DUBAI: Asia/Dubai, UTC+4
        ASIA_HONG_KONG: Asia/Hong_Kong, UTC+8
        ASIA_JERUSALEM: Asia/Jerusalem, UTC+2, DST
        ASIA_KARACHI: Asia/Karachi, UTC+5
        ASIA_KATHMANDU: Asia/Kathmandu, UTC+5:45
        ASIA_KOLKATA: Asia/Kolkata, UTC+5:30
        ASIA_RIYADH: Asia/Riyadh, UTC+3
        ASIA_SEOUL: Asia/Seoul, UTC+9
        ASIA_SHANGHAI: Asia/Shanghai, UTC+8
        ASIA_TEHRAN: Asia/Tehran, UTC+3:30
        ASIA_TOKYO: Asia/Tokyo, UTC+9
        ASIA_YANGON: Asia/Yangon, UTC+6:30
        AUSTRALIA_ADELAIDE: Australia/Adelaide, UTC+9:30, DST
        AUSTRALIA_BRISBANE: Australia/Brisbane, UTC+10
        AUSTRALIA_DARWIN: Australia/Darwin, UTC+9:30
        AUSTRALIA_HOBART: Australia/Hobart, UTC+10, DST
        AUSTRALIA_PERTH: Australia/Perth, UTC+8
        AUSTRALIA_SYDNEY: Australia/Sydney, UTC+10, DST
        EUROPE_BERLIN: Europe/Berlin, UTC+1, DST
        EUROPE_HELSINKI: Europe/Helsinki, UTC+2, DST
        EUROPE_ISTANBUL: Europe/Istanbul, UTC+3
        EUROPE_LONDON: Europe/London, UTC+0, DST
        EUROPE_MOSCOW: Europe/Moscow, UTC+3
        PACIFIC_AUCKLAND: Pacific/Auckland, UTC+12, DST
        PACIFIC_GUAM: Pacific/Guam, UTC+10
        PACIFIC_HONOLULU: Pacific/Honolulu, UTC-10
        PACIFIC_PAGO_PAGO: Pacific/Pago_Pago, UTC-11
    """

    AFRICA_CAIRO = 0
    AFRICA_LAGOS = 1
    AFRICA_MAPUTO = 2
    AFRICA_NAIROBI = 3
    AMERICA_ANCHORAGE = 4
    AMERICA_BUENOS_AIRES = 5
    AMERICA_CHICAGO = 6
    AMERICA_DENVER = 7
    AMERICA_HALIFAX = 8
    AMERICA_LOS_ANGELES = 9
    AMERICA_MANAUS = 10
    AMERICA_MEXICO_CITY = 11
    AMERICA_NEW_YORK = 12
    AMERICA_PHOENIX = 13
    AMERICA_REGINA = 14
    AMERICA_SANTIAGO = 15
    AMERICA_SAO_PAULO = 16
    AMERICA_ST_JOHNS = 17
    ASIA_BANGKOK = 18
    ASIA_DUBAI = 19
    ASIA_HONG_KONG = 20
    ASIA_JERUSALEM = 21
    ASIA_KARACHI = 22
    ASIA_KATHMANDU = 23
    ASIA_KOLKATA = 24
    ASIA_RIYADH = 25
    ASIA_SEOUL = 26
    ASIA_SHANGHAI = 27
    ASIA_TEHRAN = 28
    ASIA_TOKYO = 29
    ASIA_YANGON = 30
    AUSTRALIA_ADELAIDE = 31
    AUSTRALIA_BRISBANE = 32
    AUSTRALIA_DARWIN = 33
    AUSTRALIA_HOBART = 34
    AUSTRALIA_PERTH = 35
    AUSTRALIA_SYDNEY = 36
    EUROPE_BERLIN = 37
    EUROPE_HELSINKI = 38
    EUROPE_ISTANBUL = 39
    EUROPE_LONDON = 40
    EUROPE_MOSCOW = 41
    PACIFIC_AUCKLAND = 42
    PACIFIC_GUAM = 43
    PACIFIC_HONOLULU = 44
    PACIFIC_PAGO_PAGO = 45
