// States in words.

const STATES = {
  UNCALIBRATED: "Not calibrated",
  LOCKED: "Locked",
  UNLOCKING: "Unlocking …",
  UNLOCKED: "Unlocked",
  LOCKING: "Locking …",
  UNLATCHED: "Unlatched",
  UNLOCKED_LOCK_N_GO: "Unlocked, will lock by itself",
  UNLATCHING: "Unlatching …",
  MOTOR_BLOCKED: "Motor blocked",
  UNDEFINED: "Position unknown",
  ONLINE: "Idle",
  RING_TO_OPEN_ACTIVE: "Ring to open is on",
  OPENING: "Opening …",
  OPEN: "Open",
};
const DOORS = { DOOR_CLOSED: "door closed", DOOR_OPENED: "door open" };
const TYPES = {
  SMART_LOCK: "Smart Lock",
  SMART_LOCK_3: "Smart Lock 3",
  SMART_LOCK_5: "Smart Lock 5",
  SMART_DOOR: "Smart Door",
  OPENER: "Opener",
  BOX: "Box",
};

/** ``SOME_NAME`` as "Some name". */
export function plain(name) {
  const text = name.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const stateWords = (state) => STATES[state] ?? plain(state);

export const typeWords = (type) => TYPES[type] ?? plain(type);

/** What a device is like, in a sentence. */
export function sentence(device) {
  const words = [stateWords(device.state)];
  if (device.mode === "CONTINUOUS") words.push("continuous mode");
  if (device.ringing) words.push("the bell rings");
  if (device.type !== "OPENER" && device.type !== "BOX")
    words.push(device.doorOpen ? "door open" : "door closed");
  return words.join(", ");
}

/** Where what bridge and server say is not true: [what, really, reported]. */
export function differences(device) {
  const { actual, reported } = device;
  if (!reported) return [["Device", "is there", "never heard of"]];
  const found = [];
  if (actual.state !== reported.state)
    found.push(["State", stateWords(actual.state), stateWords(reported.state)]);
  if (reported.door in DOORS) {
    const really = device.doorOpen ? "door open" : "door closed";
    if (really !== DOORS[reported.door]) found.push(["Door", really, DOORS[reported.door]]);
  }
  if (actual.battery !== reported.battery)
    found.push(["Battery", `${actual.battery} %`, `${reported.battery} %`]);
  if (actual.mode !== reported.mode) found.push(["Mode", plain(actual.mode), plain(reported.mode)]);
  if (actual.ringing !== reported.ringing)
    found.push([
      "Bell",
      actual.ringing ? "rings" : "silent",
      reported.ringing ? "rings" : "silent",
    ]);
  return found;
}

/** Seconds as people write them. */
export function seconds(value) {
  if (value == null) return "…";
  if (value < 0.0005) return "0 s";
  if (value < 1) return `${Math.round(value * 1000)} ms`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}
