# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: smartlock."""

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum


class ActionOption(OpenFlag):
    """How an action is carried out."""

    FORCE = 2
    FULL_LOCK = 4


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
    """Kind of batteries in a device."""

    ALKALI = 0
    """alkaline"""
    ACCUMULATOR = 1
    """rechargeable"""
    LITHIUM = 2
    FIXED = 3
    """built in"""
    AUTOMATIC = 254
    """detected by the device"""
    UNKNOWN = 255


class ButtonAction(OpenIntEnum):
    """What pressing the button of a lock does."""

    NO_ACTION = 0
    """nothing"""
    INTELLIGENT = 1
    """lock or unlock, by the current state"""
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
    """What the app may do with an Opener."""

    ONLY_DOOR_OPENING = 0
    """open the door only"""
    BOTH = 1
    """open the door and ring to open"""
    ONLY_RING_TO_OPEN = 2


class DaylightSavingMode(OpenIntEnum):
    """Daylight saving rule of a device; deprecated by the time-zone id."""

    OFF = 0
    EUROPEAN = 1
    """European rule"""


class DoorState(OpenIntEnum):
    """What the door sensor reports."""

    UNAVAILABLE = 0
    """no sensor paired"""
    DEACTIVATED = 1
    DOOR_CLOSED = 2
    DOOR_OPENED = 3
    """open"""
    DOOR_STATE_UNKNOWN = 4
    """not known"""
    CALIBRATING = 5
    UNCALIBRATED = 16
    """not calibrated"""
    REMOVED = 240
    UNKNOWN = 255


class DoorbellSuppression(OpenFlag):
    """When an Opener keeps the doorbell quiet."""

    CONTINUOUS_MODE_AND_RING_TO_OPEN_INACTIVE = 1
    RING_TO_OPEN_ACTIVE = 2
    CONTINUOUS_MODE_ACTIVE = 4


class FobAction(OpenIntEnum):
    """What pressing a fob does on a lock."""

    NONE = 0
    """nothing"""
    UNLOCK = 1
    LOCK = 2
    LOCK_N_GO = 3
    INTELLIGENT = 4
    """lock or unlock, by the current state"""


class HomekitState(OpenIntEnum):
    """State of HomeKit on a device."""

    UNAVAILABLE = 0
    """not available"""
    DISABLED = 1
    ENABLED = 2
    ENABLED_AND_PAIRED = 3


class LockAction(OpenIntEnum):
    """What a lock can be asked to do. A Box only unlocks."""

    UNLOCK = 1
    LOCK = 2
    UNLATCH = 3
    LOCK_N_GO = 4
    LOCK_N_GO_WITH_UNLATCH = 5


class LockMechanism(OpenIntEnum):
    """Lock mechanism in a Smart Door."""

    MY_EVO = 1
    """MyEVO"""
    KFV_GENIUS = 2


class LockState(OpenIntEnum):
    """State of a lock or Smart Door."""

    UNCALIBRATED = 0
    """not calibrated; a Smart Door not activated"""
    LOCKED = 1
    UNLOCKING = 2
    UNLOCKED = 3
    LOCKING = 4
    UNLATCHED = 5
    UNLOCKED_LOCK_N_GO = 6
    """unlocked by lock 'n' go"""
    UNLATCHING = 7
    ERROR_WRONG_ENTRY_CODE = 224
    """wrong code entered"""
    ERROR_WRONG_FINGERPRINT = 225
    BOOT_RUN = 253
    """starting"""
    MOTOR_BLOCKED = 254
    UNDEFINED = 255
    """not known"""


class LockTrigger(OpenIntEnum):
    """What caused the state of a lock or a log entry about one."""

    SYSTEM = 0
    MANUAL = 1
    """by hand"""
    BUTTON = 2
    AUTOMATIC = 3
    WEB = 4
    """over the web; Box only, by the text of the state"""
    APP = 5
    """in the app; Box only, by the text of the state"""
    AUTO_LOCK = 6
    ACCESSORY = 7
    """by an accessory; Smart Door only, by the text of the state"""
    KEYPAD_ERROR = 253
    NUKI_MODE = 254
    KEYPAD = 255


class MatterState(OpenIntEnum):
    """State of Matter on a device."""

    NOT_AVAILABLE = 0
    DISABLED_WITHOUT_CERTIFICATE = 1
    """disabled, and no certificate to be had"""
    DISABLED = 2
    ENABLED = 3
    ENABLED_AND_PAIRED = 4


class MotorSpeed(OpenIntEnum):
    """Speed of the motor."""

    STANDARD = 0
    FAST = 1
    SLOW = 2


class OpenerAction(OpenIntEnum):
    """What an Opener can be asked to do."""

    ACTIVATE_RING_TO_OPEN = 1
    """ring to open on"""
    DEACTIVATE_RING_TO_OPEN = 2
    """ring to open off"""
    ELECTRIC_STRIKE_ACTUATION = 3
    """open the door"""
    ACTIVATE_CONTINUOUS_MODE = 6
    """continuous mode on"""
    DEACTIVATE_CONTINUOUS_MODE = 7
    """continuous mode off"""


class OpenerButtonAction(OpenIntEnum):
    """What pressing the button of an Opener does."""

    NO_ACTION = 0
    """nothing"""
    TOGGLE_RING_TO_OPEN = 1
    ACTIVATE_RING_TO_OPEN = 2
    """ring to open on"""
    DEACTIVATE_RING_TO_OPEN = 3
    """ring to open off"""
    TOGGLE_CONTINUOUS_MODE = 4
    ACTIVATE_CONTINUOUS_MODE = 5
    """continuous mode on"""
    DEACTIVATE_CONTINUOUS_MODE = 6
    """continuous mode off"""
    OPEN = 7


class OpenerFobAction(OpenIntEnum):
    """What pressing a fob does on an Opener."""

    NONE = 0
    """nothing"""
    TOGGLE_RING_TO_OPEN = 1
    ACTIVATE_RING_TO_OPEN = 2
    """ring to open on"""
    DEACTIVATE_RING_TO_OPEN = 3
    """ring to open off"""
    ELECTRIC_STRIKE_ACTUATION = 7
    """open the door"""
    RING = 8


class OpenerMode(OpenIntEnum):
    """Mode of operation of an Opener."""

    UNINITIALIZED = 0
    """not set up"""
    PAIRING = 1
    DOOR = 2
    """normal operation"""
    CONTINUOUS = 3
    """continuous mode, every ring opens"""
    MAINTENANCE = 4


class OpenerState(OpenIntEnum):
    """State of an Opener."""

    UNTRAINED = 0
    """has not learned the intercom"""
    ONLINE = 1
    """idle"""
    RING_TO_OPEN_ACTIVE = 3
    """opens when the bell rings"""
    OPEN = 5
    OPENING = 7
    BOOT_RUN = 253
    """starting"""
    UNDEFINED = 255
    """not known"""


class OpenerTrigger(OpenIntEnum):
    """What caused the state of an Opener or a log entry about one."""

    SYSTEM = 0
    MANUAL = 1
    """by hand"""
    BUTTON = 2
    AUTOMATIC = 3
    WEB = 4
    """over the web; Box only, by the text of the state"""
    APP = 5
    """in the app; Box only, by the text of the state"""
    CONTINUOUS_MODE = 6
    ACCESSORY = 7
    """by an accessory; Smart Door only, by the text of the state"""
    KEYPAD_ERROR = 253
    NUKI_MODE = 254
    KEYPAD = 255


class OperatingMode(OpenIntEnum):
    """Kind of intercom that an Opener drives."""

    GENERIC_DOOR_OPENER = 0
    ANALOGUE_INTERCOM = 1
    DIGITAL_INTERCOM = 2
    DIGITAL_INTERCOM_SIEDLE = 3
    DIGITAL_INTERCOM_TCS = 4
    DIGITAL_INTERCOM_BTICINO = 5
    ANALOG_INTERCOM_SIEDLE_HTS = 6
    """analogue, Siedle HTS"""
    DIGITAL_INTERCOM_STR = 7
    DIGITAL_INTERCOM_RITTO = 8
    DIGITAL_INTERCOM_FERMAX = 9
    DIGITAL_INTERCOM_COMELIT = 10
    DIGITAL_INTERCOM_URMET_BIBUS = 11
    DIGITAL_INTERCOM_URMET_2_VOICE = 12
    """digital, Urmet 2Voice"""
    DIGITAL_INTERCOM_GOLMAR = 13
    DIGITAL_INTERCOM_SKS = 14
    DIGITAL_INTERCOM_SPARE = 15


class ProductVariant(OpenIntEnum):
    """Variant of a Smart Lock of the fifth generation."""

    GO = 1
    PRO = 2
    ULTRA = 3


class ServerState(OpenIntEnum):
    """Whether the vendor's server can reach the device."""

    OK = 0
    UNREGISTERED = 1
    """not registered"""
    AUTH_UUID_INVALID = 2
    """authorization UUID invalid"""
    AUTH_INVALID = 3
    """authorization invalid"""
    OFFLINE = 4


class ShsSubscriptionSegment(OpenStrEnum):
    """Market of a Smart Hosting subscription."""

    B2C = "B2C"
    """consumers"""
    B2B = "B2B"
    """businesses"""


class ShsSubscriptionState(OpenStrEnum):
    """State of a Smart Hosting subscription."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    ON_HOLD = "ON_HOLD"
    PENDING = "PENDING"
    PENDING_CANCEL = "PENDING_CANCEL"
    """about to be cancelled"""


class SmartDoorMode(OpenIntEnum):
    """Mode of operation of a Smart Door."""

    UNINITIALIZED = 0
    """not set up"""
    PAIRING = 1
    DOOR = 2
    """normal operation"""
    FAILURE = 3
    MAINTENANCE = 4
    TEST = 5


class SmartlockMode(OpenIntEnum):
    """Mode of operation of a Smart Lock or Box."""

    UNINITIALIZED = 0
    """not set up"""
    PAIRING = 1
    DOOR = 2
    """normal operation"""
    MAINTENANCE = 4
    OFF_DOOR_CHARGING = 5


class Sound(OpenIntEnum):
    """Sound that an Opener plays."""

    NO_SOUND = 0
    """none"""
    SOUND_1 = 1
    SOUND_2 = 2
    SOUND_3 = 3


class SoundConfirmation(OpenIntEnum):
    """Whether an Opener confirms by a sound."""

    NO_SOUND = 0
    SOUND = 1
    """yes"""


class TimezoneId(OpenIntEnum):
    """Time zone of a device, with the offset and daylight saving of its firmware, which are not
    always today's law.
    """

    AFRICA_CAIRO = 0
    """Africa/Cairo, UTC+2"""
    AFRICA_LAGOS = 1
    """Africa/Lagos, UTC+1"""
    AFRICA_MAPUTO = 2
    """Africa/Maputo, UTC+2"""
    AFRICA_NAIROBI = 3
    """Africa/Nairobi, UTC+3"""
    AMERICA_ANCHORAGE = 4
    """America/Anchorage, UTC-9, DST"""
    AMERICA_BUENOS_AIRES = 5
    """America/Buenos_Aires, UTC-3"""
    AMERICA_CHICAGO = 6
    """America/Chicago, UTC-6, DST"""
    AMERICA_DENVER = 7
    """America/Denver, UTC-7, DST"""
    AMERICA_HALIFAX = 8
    """America/Halifax, UTC-4, DST"""
    AMERICA_LOS_ANGELES = 9
    """America/Los_Angeles, UTC-8, DST"""
    AMERICA_MANAUS = 10
    """America/Manaus, UTC-4"""
    AMERICA_MEXICO_CITY = 11
    """America/Mexico_City, UTC-6, DST"""
    AMERICA_NEW_YORK = 12
    """America/New_York, UTC-5, DST"""
    AMERICA_PHOENIX = 13
    """America/Phoenix, UTC-7"""
    AMERICA_REGINA = 14
    """America/Regina, UTC-6"""
    AMERICA_SANTIAGO = 15
    """America/Santiago, UTC-4, DST"""
    AMERICA_SAO_PAULO = 16
    """America/Sao_Paulo, UTC-3"""
    AMERICA_ST_JOHNS = 17
    """America/St_Johns, UTC-3:30, DST"""
    ASIA_BANGKOK = 18
    """Asia/Bangkok, UTC+7"""
    ASIA_DUBAI = 19
    """Asia/Dubai, UTC+4"""
    ASIA_HONG_KONG = 20
    """Asia/Hong_Kong, UTC+8"""
    ASIA_JERUSALEM = 21
    """Asia/Jerusalem, UTC+2, DST"""
    ASIA_KARACHI = 22
    """Asia/Karachi, UTC+5"""
    ASIA_KATHMANDU = 23
    """Asia/Kathmandu, UTC+5:45"""
    ASIA_KOLKATA = 24
    """Asia/Kolkata, UTC+5:30"""
    ASIA_RIYADH = 25
    """Asia/Riyadh, UTC+3"""
    ASIA_SEOUL = 26
    """Asia/Seoul, UTC+9"""
    ASIA_SHANGHAI = 27
    """Asia/Shanghai, UTC+8"""
    ASIA_TEHRAN = 28
    """Asia/Tehran, UTC+3:30"""
    ASIA_TOKYO = 29
    """Asia/Tokyo, UTC+9"""
    ASIA_YANGON = 30
    """Asia/Yangon, UTC+6:30"""
    AUSTRALIA_ADELAIDE = 31
    """Australia/Adelaide, UTC+9:30, DST"""
    AUSTRALIA_BRISBANE = 32
    """Australia/Brisbane, UTC+10"""
    AUSTRALIA_DARWIN = 33
    """Australia/Darwin, UTC+9:30"""
    AUSTRALIA_HOBART = 34
    """Australia/Hobart, UTC+10, DST"""
    AUSTRALIA_PERTH = 35
    """Australia/Perth, UTC+8"""
    AUSTRALIA_SYDNEY = 36
    """Australia/Sydney, UTC+10, DST"""
    EUROPE_BERLIN = 37
    """Europe/Berlin, UTC+1, DST"""
    EUROPE_HELSINKI = 38
    """Europe/Helsinki, UTC+2, DST"""
    EUROPE_ISTANBUL = 39
    """Europe/Istanbul, UTC+3"""
    EUROPE_LONDON = 40
    """Europe/London, UTC+0, DST"""
    EUROPE_MOSCOW = 41
    """Europe/Moscow, UTC+3"""
    PACIFIC_AUCKLAND = 42
    """Pacific/Auckland, UTC+12, DST"""
    PACIFIC_GUAM = 43
    """Pacific/Guam, UTC+10"""
    PACIFIC_HONOLULU = 44
    """Pacific/Honolulu, UTC-10"""
    PACIFIC_PAGO_PAGO = 45
    """Pacific/Pago_Pago, UTC-11"""
