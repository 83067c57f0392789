# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API; all open."""

from __future__ import annotations

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum


class AccountOrigin(OpenStrEnum):
    """Where the account comes from."""

    GOOGLE = "GOOGLE"
    APPLE = "APPLE"


class AccountRights(OpenFlag):
    """What a sub account may do."""

    MANAGE_SMARTLOCK = 1
    OPERATE_SMARTLOCK = 2
    MANAGE_SMARTLOCK_CONFIG = 4
    MANAGE_SMARTLOCK_AUTHORIZATIONS = 8
    VIEW_SMARTLOCK_LOGS = 16
    MANAGE_SUB_ACCOUNTS = 32
    CREATE_SMARTLOCKS = 64


class AccountType(OpenIntEnum):
    """Kind of account or account user.

    Members:
        USER: a person
        COMPANY: a company
        CARETAKER: a caretaker; not for account users
    """

    USER = 0
    COMPANY = 1
    CARETAKER = 2


class ActionOption(OpenFlag):
    """How an action is carried out."""

    FORCE = 2
    FULL_LOCK = 4


class AdminPinState(OpenIntEnum):
    """Whether the server knows the right admin PIN."""

    OK = 0
    MISSING = 1
    INVALID = 2


class AdvancedApiKeyStatus(OpenStrEnum):
    """How far the application for the Advanced API is.

    Members:
        APPLIED: applied for
        TESTING: being tested; the secret is visible from here on
    """

    INACTIVE = "INACTIVE"
    APPLIED = "APPLIED"
    TESTING = "TESTING"
    ACTIVE = "ACTIVE"


class AdvancedApiKeyType(OpenStrEnum):
    """What the Advanced API is used for.

    Members:
        ONLY_SECRET: client secret only, no webhooks
    """

    ONLY_SECRET = "ONLY_SECRET"
    SHORT_RENTAL = "SHORT_RENTAL"
    HEALTHCARE = "HEALTHCARE"
    SMART_HOME = "SMART_HOME"
    OTHER = "OTHER"


class AdvertisingMode(OpenIntEnum):
    """How often the device advertises itself by Bluetooth; slower saves battery."""

    AUTOMATIC = 0
    NORMAL = 1
    SLOW = 2
    SLOWEST = 3


class AuthType(OpenIntEnum):
    """Kind of authorization. Only APP, FOB and KEYPAD_CODE can be created.

    Members:
        KEYPAD_CODE: code of a keypad
    """

    APP = 0
    BRIDGE = 1
    FOB = 2
    KEYPAD = 3
    KEYPAD_CODE = 13
    Z_KEY = 14
    VIRTUAL = 15


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
        SHOW_STATUS: show the status
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


class DeviceErrorCode(OpenStrEnum):
    """Error of a device: a hexadecimal number without a prefix.

    Members:
        BAD_CRC: checksum wrong
        BAD_LENGTH: length wrong
        UNKNOWN: unknown, mostly an offline device
        NOT_PAIRING: not in pairing mode
        BAD_AUTHENTICATOR: authenticator wrong
        PAIRING_BAD_PARAMETER: parameter wrong while pairing
        MAX_USERS: no room for another authorization
        NOT_AUTHORIZED: not authorised
        BAD_PIN: PIN wrong
        BAD_NONCE: nonce wrong
        BAD_PARAMETER: parameter wrong
        INVALID_AUTH_ID: authorization id invalid
        DISABLED: authorization disabled
        REMOTE_NOT_ALLOWED: no remote access
        TIME_NOT_ALLOWED: outside the allowed time
        TOO_MANY_PIN_ATTEMPTS: too many wrong PINs
        CODE_ALREADY_EXISTS: keypad code exists
        CODE_INVALID: keypad code invalid
        CODE_TIMEOUT_1: keypad code timeout 1
        CODE_TIMEOUT_2: keypad code timeout 2
        CODE_TIMEOUT_3: keypad code timeout 3
        AUTO_UNLOCK_TOO_RECENT: auto unlock too soon after the last one
        CANCELED: cancelled
        LOW_VOLTAGE: motor voltage low
    """

    BAD_CRC = "fd"
    BAD_LENGTH = "fe"
    UNKNOWN = "ff"
    NOT_PAIRING = "10"
    BAD_AUTHENTICATOR = "11"
    PAIRING_BAD_PARAMETER = "12"
    MAX_USERS = "13"
    NOT_AUTHORIZED = "20"
    BAD_PIN = "21"
    BAD_NONCE = "22"
    BAD_PARAMETER = "23"
    INVALID_AUTH_ID = "24"
    DISABLED = "25"
    REMOTE_NOT_ALLOWED = "26"
    TIME_NOT_ALLOWED = "27"
    TOO_MANY_PIN_ATTEMPTS = "28"
    TOO_MANY_ENTRIES = "29"
    CODE_ALREADY_EXISTS = "2a"
    CODE_INVALID = "2b"
    CODE_TIMEOUT_1 = "2c"
    CODE_TIMEOUT_2 = "2d"
    CODE_TIMEOUT_3 = "2e"
    AUTO_UNLOCK_TOO_RECENT = "40"
    POSITION_UNKNOWN = "41"
    MOTOR_BLOCKED = "42"
    CLUTCH_FAILURE = "43"
    MOTOR_TIMEOUT = "44"
    BUSY = "45"
    CANCELED = "46"
    NOT_CALIBRATED = "47"
    POSITION_LIMIT = "48"
    LOW_VOLTAGE = "49"
    MOTOR_POWER_FAILURE = "4a"
    CLUTCH_POWER_FAILURE = "4b"
    VOLTAGE_TOO_LOW = "4c"
    FIRMWARE_UPDATE_NEEDED = "4d"


class DeviceSortType(OpenStrEnum):
    """Order of the device page in Nuki Web.

    Members:
        NAME_ASC: by name
        NAME_DESC: by name, backwards
        LAST_ADDED_DESC: newest first
    """

    FAVOURITES_FIRST = "FAVOURITES_FIRST"
    NAME_ASC = "NAME_ASC"
    NAME_DESC = "NAME_DESC"
    LAST_ADDED_DESC = "LAST_ADDED_DESC"


class DeviceViewType(OpenStrEnum):
    """Form of the device page in Nuki Web.

    Members:
        TILE: tiles
    """

    LIST = "LIST"
    TILE = "TILE"


class DoorState(OpenIntEnum):
    """What the door sensor reports.

    Members:
        UNAVAILABLE: no sensor paired
        DOOR_CLOSED: closed
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


class IntegrationVersion(OpenStrEnum):
    """OAuth implementation behind an integration.

    Members:
        LEGACY: the old one
        HYDRA: the new one
    """

    LEGACY = "LEGACY"
    HYDRA = "HYDRA"


class LanguageCode(OpenStrEnum):
    """Language of messages to a person.

    Members:
        EN: English
        DE: German
        ES: Spanish
        FR: French
        IT: Italian
        NL: Dutch
        CS: Czech
        SK: Slovak
    """

    EN = "en"
    DE = "de"
    ES = "es"
    FR = "fr"
    IT = "it"
    NL = "nl"
    CS = "cs"
    SK = "sk"


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
    KFV_GENIUS = 2


class LockState(OpenIntEnum):
    """State of a lock or Smart Door.

    Members:
        UNCALIBRATED: not calibrated; a Smart Door not activated
        UNLOCKED_LOCK_N_GO: unlocked by lock 'n' go
        ERROR_WRONG_ENTRY_CODE: wrong code entered
        ERROR_WRONG_FINGERPRINT: wrong fingerprint
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


class LogAction(OpenIntEnum):
    """What a log entry about a lock reports.

    Members:
        RESTORE_RESET_TO_DEFAULT_SETTING: reset to default settings
        DOOR_WARNING_AJAR: door ajar
        DOOR_WARNING_STATUS_MISMATCH: door status does not fit
        DOOR_LOG_ENABLED: door log on
        DOOR_LOG_DISABLED: door log off
        INITIALIZATION: set up
        LOG_ENABLED: log on
        LOG_DISABLED: log off
    """

    UNLOCK = 1
    LOCK = 2
    UNLATCH = 3
    LOCK_N_GO = 4
    LOCK_N_GO_WITH_UNLATCH = 5
    RESTORE_RESET_TO_DEFAULT_SETTING = 11
    DOOR_WARNING_AJAR = 208
    DOOR_WARNING_STATUS_MISMATCH = 209
    DOOR_OPENED = 240
    DOOR_CLOSED = 241
    DOOR_SENSOR_JAMMED = 242
    FIRMWARE_UPDATE = 243
    DOOR_LOG_ENABLED = 250
    DOOR_LOG_DISABLED = 251
    INITIALIZATION = 252
    CALIBRATION = 253
    LOG_ENABLED = 254
    LOG_DISABLED = 255


class LogSource(OpenIntEnum):
    """What identified the person.

    Members:
        DEFAULT: nothing special
        KEYPAD_CODE: code of a keypad
    """

    DEFAULT = 0
    KEYPAD_CODE = 1
    FINGERPRINT = 2
    TAP_TO_UNLOCK = 3


class LogState(OpenIntEnum):
    """How a logged action ended. An entry of source TAP_TO_UNLOCK and trigger KEYPAD_ERROR reads 0
    as access document revoked, 1 as NFC sending failed, 2 as control flow, 3 as command expired,
    7 as invalid data and 255 as unknown.

    Members:
        CANCELED: cancelled
        TOO_RECENT: too soon after the last one
        LOW_MOTOR_VOLTAGE: motor voltage too low
        REJECTED_NIGHT_MODE: rejected in night mode
        INVALID_ACCESS_RIGHTS: access rights invalid (tap to unlock only)
        INVALID_CODE: wrong code
        INVALID_FINGERPRINT: wrong fingerprint
        INVALID_NFC_TAG: wrong NFC tag
    """

    SUCCESS = 0
    MOTOR_BLOCKED = 1
    CANCELED = 2
    TOO_RECENT = 3
    BUSY = 4
    LOW_MOTOR_VOLTAGE = 5
    CLUTCH_FAILURE = 6
    MOTOR_POWER_FAILURE = 7
    INCOMPLETE = 8
    REJECTED = 9
    REJECTED_NIGHT_MODE = 10
    INVALID_ACCESS_RIGHTS = 37
    INVALID_CODE = 224
    INVALID_FINGERPRINT = 225
    INVALID_NFC_TAG = 226
    OTHER_ERROR = 254
    UNKNOWN_ERROR = 255


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


class NotificationEvent(OpenStrEnum):
    """What triggers a notification.

    Members:
        LOCK: locked
        UNLOCK: unlocked
        UNLATCH: unlatched
        OPEN: opened by an Opener
        RING: doorbell rang
        SMARTLOCK: device events
    """

    LOCK = "lock"
    UNLOCK = "unlock"
    UNLATCH = "unlatch"
    LOCK_N_GO = "lockngo"
    OPEN = "open"
    RING = "ring"
    DOOR_SENSOR = "doorsensor"
    WARNINGS = "warnings"
    SMARTLOCK = "smartlock"


class NotificationOs(OpenIntEnum):
    """Where a notification goes.

    Members:
        ANDROID: Android app
        IOS: iOS app
    """

    ANDROID = 0
    IOS = 1
    WEB_HOOK = 2


class NotificationStatus(OpenIntEnum):
    """State of a notification target.

    Members:
        INIT: not used yet
        ACTIVE: works
    """

    INIT = 0
    ACTIVE = 1
    FAILED = 2


class OpenerAction(OpenIntEnum):
    """What an Opener can be asked to do.

    Members:
        ACTIVATE_RING_TO_OPEN: ring to open on
        DEACTIVATE_RING_TO_OPEN: ring to open off
        ELECTRIC_STRIKE_ACTUATION: open the door
        ACTIVATE_CONTINUOUS_MODE: continuous mode on
        DEACTIVATE_CONTINUOUS_MODE: continuous mode off
    """

    ACTIVATE_RING_TO_OPEN = 1
    DEACTIVATE_RING_TO_OPEN = 2
    ELECTRIC_STRIKE_ACTUATION = 3
    ACTIVATE_CONTINUOUS_MODE = 6
    DEACTIVATE_CONTINUOUS_MODE = 7


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


class OpenerLogAction(OpenIntEnum):
    """What a log entry about an Opener reports.

    Members:
        ACTIVATE_RING_TO_OPEN: ring to open on
        DEACTIVATE_RING_TO_OPEN: ring to open off
        ELECTRIC_STRIKE_ACTUATION: open the door
        ACTIVATE_CONTINUOUS_MODE: continuous mode on
        DEACTIVATE_CONTINUOUS_MODE: continuous mode off
        RESTORE_RESET_TO_DEFAULT_SETTING: reset to default settings
        DOOR_WARNING_AJAR: door ajar
        DOOR_WARNING_STATUS_MISMATCH: door status does not fit
        DOORBELL_RECOGNITION: doorbell rang
        DOOR_LOG_ENABLED: door log on
        DOOR_LOG_DISABLED: door log off
        INITIALIZATION: set up
        LOG_ENABLED: log on
        LOG_DISABLED: log off
    """

    ACTIVATE_RING_TO_OPEN = 1
    DEACTIVATE_RING_TO_OPEN = 2
    ELECTRIC_STRIKE_ACTUATION = 3
    ACTIVATE_CONTINUOUS_MODE = 6
    DEACTIVATE_CONTINUOUS_MODE = 7
    RESTORE_RESET_TO_DEFAULT_SETTING = 11
    DOOR_WARNING_AJAR = 208
    DOOR_WARNING_STATUS_MISMATCH = 209
    DOORBELL_RECOGNITION = 224
    DOOR_OPENED = 240
    DOOR_CLOSED = 241
    DOOR_SENSOR_JAMMED = 242
    FIRMWARE_UPDATE = 243
    DOOR_LOG_ENABLED = 250
    DOOR_LOG_DISABLED = 251
    INITIALIZATION = 252
    CALIBRATION = 253
    LOG_ENABLED = 254
    LOG_DISABLED = 255


class OpenerLogSource(OpenIntEnum):
    """What switched ring to open or continuous mode."""

    DOORBELL = 0
    TIMECONTROL = 1
    APP = 2
    BUTTON = 3
    FOB = 4
    BRIDGE = 5
    KEYPAD = 6


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
        ANALOGUE_INTERCOM: analogue
        DIGITAL_INTERCOM: digital
        DIGITAL_INTERCOM_SIEDLE: digital, Siedle
        DIGITAL_INTERCOM_TCS: digital, TCS
        DIGITAL_INTERCOM_BTICINO: digital, Bticino
        ANALOG_INTERCOM_SIEDLE_HTS: analogue, Siedle HTS
        DIGITAL_INTERCOM_STR: digital, STR
        DIGITAL_INTERCOM_RITTO: digital, Ritto
        DIGITAL_INTERCOM_FERMAX: digital, Fermax
        DIGITAL_INTERCOM_COMELIT: digital, Comelit
        DIGITAL_INTERCOM_URMET_BIBUS: digital, Urmet BiBus
        DIGITAL_INTERCOM_URMET_2_VOICE: digital, Urmet 2Voice
        DIGITAL_INTERCOM_GOLMAR: digital, Golmar
        DIGITAL_INTERCOM_SKS: digital, SKS
        DIGITAL_INTERCOM_SPARE: digital, Spare
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


class RedeemResult(OpenStrEnum):
    """How redeeming an address token ended."""

    OK = "ok"
    FAILED = "failed"


class ReservationState(OpenStrEnum):
    """State of a reservation.

    Members:
        CANCELED: cancelled
    """

    CANCELED = "canceled"
    ACCEPTED = "accepted"


class Scope(OpenStrEnum):
    """What a token may do.

    Members:
        ACCOUNT: read and change the account
        NOTIFICATION: read and change notifications
        SMARTLOCK: read and change devices
        SMARTLOCK_READ_ONLY: read devices
        SMARTLOCK_ACTION: operate devices
        SMARTLOCK_AUTH: read and change authorizations
        SMARTLOCK_CONFIG: change configs
        SMARTLOCK_LOG: read logs
        SMARTLOCK_CREATE: add devices
        WEBHOOK_DECENTRAL: register decentral webhooks
    """

    ACCOUNT = "account"
    NOTIFICATION = "notification"
    SMARTLOCK = "smartlock"
    SMARTLOCK_READ_ONLY = "smartlock.readOnly"
    SMARTLOCK_ACTION = "smartlock.action"
    SMARTLOCK_AUTH = "smartlock.auth"
    SMARTLOCK_CONFIG = "smartlock.config"
    SMARTLOCK_LOG = "smartlock.log"
    SMARTLOCK_CREATE = "smartlock.create"
    WEBHOOK_DECENTRAL = "webhook.decentral"


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


class ServiceId(OpenStrEnum):
    """Booking service that an address or reservation comes from."""

    AIRBNB = "airbnb"
    BOOKINGSYNC = "bookingsync"
    GUESTY = "guesty"
    SMOOBU = "smoobu"


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


class ShsSubscriptionType(OpenStrEnum):
    """Smart Hosting plan."""

    BUSINESS = "BUSINESS"
    STANDARD = "STANDARD"
    BUSINESS_PLUS = "BUSINESS_PLUS"
    API_ONLY = "API_ONLY"


class SmartlockMode(OpenIntEnum):
    """Mode of operation of a device.

    Members:
        UNINITIALIZED: not set up
        DOOR: normal operation
        CONTINUOUS: continuous mode of an Opener
        OFF_DOOR_CHARGING: charging off the door
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
        NO_SOUND: no
        SOUND: yes
    """

    NO_SOUND = 0
    SOUND = 1


class TermsOfUseState(OpenStrEnum):
    """Whether the terms of use are in force.

    Members:
        INACTIVE: not in force
    """

    ACCEPTED = "Accepted"
    INACTIVE = "Inactive"


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


class VerifiedState(OpenIntEnum):
    """Whether an intercom works with an Opener.

    Members:
        VERIFIED: works
        NOT_VERIFIED: may work, not verified
        NOT_COMPATIBLE: does not work
    """

    VERIFIED = 1
    NOT_VERIFIED = 2
    NOT_COMPATIBLE = 3


class WebhookFeature(OpenStrEnum):
    """What triggers a webhook.

    Members:
        DEVICE_STATUS: state of a device changed
        DEVICE_MASTERDATA: master data of a device changed
        DEVICE_CONFIG: config of a device changed
        DEVICE_LOGS: new log entry
        DEVICE_AUTHS: authorization created, changed or deleted
        ACCOUNT_USER: account user created, changed or deleted
    """

    DEVICE_STATUS = "DEVICE_STATUS"
    DEVICE_MASTERDATA = "DEVICE_MASTERDATA"
    DEVICE_CONFIG = "DEVICE_CONFIG"
    DEVICE_LOGS = "DEVICE_LOGS"
    DEVICE_AUTHS = "DEVICE_AUTHS"
    ACCOUNT_USER = "ACCOUNT_USER"


class WebhookStatus(OpenStrEnum):
    """Whether webhooks are delivered.

    Members:
        ACTIVE: delivered
        DEACTIVATED: stopped
    """

    ACTIVE = "ACTIVE"
    DEACTIVATED = "DEACTIVATED"


class Weekdays(OpenFlag):
    """Days of the week on which an authorization is valid; all, or none sent, means every day."""

    MONDAY = 64
    TUESDAY = 32
    WEDNESDAY = 16
    THURSDAY = 8
    FRIDAY = 4
    SATURDAY = 2
    SUNDAY = 1
