// Devices as a person sees them: on the left the door, on the right the lock's edge from close by.
// Parts move as the mechanics do, on the house's clock.

import { s } from "./dom.js";

const BOLT = 40; // how far the bolt goes, in units of the drawing
const LATCH = 15;
const LEAVES = 26; // how far the frame is off when the door is open

/** Where bolt and latch come to rest: 1 is out, 0 is in. */
const ENDS = {
  LOCKED: [1, 1],
  LOCKING: [1, 1],
  UNLOCKING: [0, 1],
  UNLOCKED: [0, 1],
  UNLOCKED_LOCK_N_GO: [0, 1],
  UNLATCHING: [0, 0],
  UNLATCHED: [0, 0],
  MOTOR_BLOCKED: [0.5, 1],
  UNDEFINED: [0.5, 1],
};

/** Whence bolt and latch come in states in which they move, if nobody saw it. */
const STARTS = { LOCKING: [0, 1], UNLOCKING: [1, 1], UNLATCHING: [1, 1] };

/** Where the strike of an opener comes to rest: 1 is released. */
const STRIKE = { OPENING: 1, OPEN: 1 };

function move(part, from, to, seconds) {
  part.style.transition = "none";
  part.style.transform = from;
  if (seconds === null) return; // time stands still
  part.getBoundingClientRect(); // so that the start counts
  part.style.transition = `transform ${seconds}s linear`;
  part.style.transform = to;
}

/** A part that has a place from 0 to 1, and goes there in the time that the mechanics take. */
class Part {
  constructor(node, transform) {
    this.node = node;
    this.transform = transform;
    this.place = null;
    this.start = 0;
  }

  go(place, motion, clock, start = place) {
    const key = JSON.stringify([
      place,
      motion,
      clock.speed,
      motion && !clock.speed && clock.elapsed(),
    ]);
    if (key === this.key) return;
    this.key = key;
    if (place !== this.place) this.start = this.place ?? start;
    this.place = place;
    if (!motion) {
      const { style } = this.node;
      style.transition = style.transform ? "transform 0.25s ease-out" : "none";
      style.transform = this.transform(place);
      return;
    }
    const whole = Math.max(motion.ends - motion.began, 0.001);
    const done = Math.min(1, Math.max(0, (clock.elapsed() - motion.began) / whole));
    const here = this.start + (place - this.start) * done;
    const left = clock.speed ? (whole * (1 - done)) / clock.speed : null;
    move(this.node, this.transform(here), this.transform(place), left);
  }
}

const across = (distance) => (place) => `translateX(${((place - 1) * distance).toFixed(2)}px)`;

function panels() {
  return [
    s("rect", { class: "panel", x: 34, y: 28, width: 68, height: 46, rx: 3 }),
    s("rect", { class: "panel", x: 34, y: 118, width: 68, height: 40, rx: 3 }),
  ];
}

function keypad() {
  const keys = [];
  for (let row = 0; row < 4; row += 1)
    for (let column = 0; column < 3; column += 1)
      keys.push(s("circle", { class: "key", cx: 134.5 + column * 5.5, cy: 74 + row * 7, r: 1.6 }));
  return s(
    "g",
    { class: "keypad" },
    s("title", {}, "Keypad"),
    s("rect", { class: "device", x: 129, y: 66, width: 22, height: 36, rx: 4 }),
    keys,
  );
}

/** The edge of the leaf with bolt and latch, and the frame that they go into. */
function edge() {
  const bolt = s(
    "g",
    { class: "bolt" },
    s("rect", { class: "metal", x: 222, y: 103, width: 56, height: 24, rx: 2.5 }),
    s("path", { class: "shine", d: "M224 107.500h52" }),
  );
  const ghost = s("rect", { class: "ghost", x: 222, y: 100, width: 56, height: 30, rx: 4 });
  const latch = s(
    "g",
    { class: "latch" },
    s("path", { class: "metal", d: "M204 56h48v3l-13 16h-35z" }),
  );
  const knob = s(
    "g",
    { class: "knob" },
    s("circle", { class: "device", cx: 205, cy: 92, r: 18 }),
    s("path", { class: "mark", d: "M205 92V78" }),
  );
  const jammed = s(
    "g",
    { class: "jammed" },
    s("title", {}, "Something blocks the bolt"),
    s("path", { class: "obstacle", d: "M270 94l10 7-4 8 9 4-7 8 8 11-15-4-4-9 5-7-6-6z" }),
  );
  const frame = s(
    "g",
    { class: "jamb" },
    s("rect", { class: "frame", x: 246, y: 16, width: 60, height: 148, rx: 3 }),
    s("rect", { class: "hole", x: 246, y: 53, width: 20, height: 26, rx: 2 }),
    s("rect", { class: "hole", x: 246, y: 99, width: 40, height: 32, rx: 2 }),
  );
  return {
    bolt,
    ghost,
    latch,
    knob,
    jammed,
    frame,
    leaf: s("rect", { class: "leaf", x: 172, y: 16, width: 66, height: 148, rx: 3 }),
    case: s("rect", { class: "device", x: 178, y: 40, width: 48, height: 100, rx: 9 }),
  };
}

/** What a lock has at its edge, and how it moves. */
function mechanics(parts) {
  const bolt = new Part(parts.bolt, across(BOLT));
  const latch = new Part(parts.latch, across(LATCH));
  const knob = new Part(parts.knob, (place) => `rotate(${((1 - place) * -90).toFixed(1)}deg)`);
  return (node, now, clock) => {
    const [out, held] = ENDS[now.state] ?? [0.5, 1];
    const starts = STARTS[now.state];
    const motion = starts ? now.motion : null; // a latch that is held does not move
    bolt.go(out, motion, clock, starts?.[0]);
    knob.go(out, motion, clock, starts?.[0]);
    latch.go(held, motion, clock, starts?.[1]);
    const reported = ENDS[now.reported?.state]?.[0];
    parts.ghost.style.transform = across(BOLT)(reported ?? 1);
    node.classList.toggle("differs", reported !== undefined && reported !== out && !now.motion);
    node.classList.toggle("stuck", now.jammed);
  };
}

const CLOSE = { class: "close", x: 164, y: 8, width: 150, height: 164, rx: 10 };

/** What is seen from close by; an inner drawing cuts off what is beyond it. */
const closeUp = (...parts) => [
  s("rect", CLOSE),
  s("svg", { x: 165, y: 9, width: 148, height: 162, viewBox: "165 9 148 162" }, parts),
];

const edges = (parts) =>
  closeUp(
    parts.leaf,
    parts.frame,
    parts.bolt,
    parts.jammed,
    parts.ghost,
    parts.latch,
    parts.case,
    parts.knob,
  );

function lock(device) {
  const parts = edge();
  const turn = mechanics(parts);
  const leaf = s(
    "g",
    { class: "swing" },
    s("rect", { class: "leaf", x: 24, y: 16, width: 88, height: 151, rx: 2 }),
    panels(),
    s("rect", { class: "device", x: 94, y: 80, width: 13, height: 30, rx: 5 }),
    s("circle", { class: "dial", cx: 100.5, cy: 90, r: 4 }),
  );
  const node = s(
    "svg",
    { viewBox: "0 0 320 180", class: "drawing" },
    s("rect", { class: "frame", x: 16, y: 8, width: 104, height: 160, rx: 3 }),
    s("rect", { class: "beyond", x: 24, y: 16, width: 88, height: 152 }),
    s("path", { class: "floor", d: "M6 168h126" }),
    leaf,
    device.keypad ? keypad() : null,
    edges(parts),
  );
  return {
    node,
    draw(now, clock) {
      turn(node, now, clock);
      node.classList.toggle("open", now.doorOpen);
      parts.frame.style.transform = now.doorOpen ? `translateX(${LEAVES}px)` : "none";
    },
  };
}

function bell() {
  return s(
    "g",
    { class: "bell" },
    s("title", {}, "Bell"),
    s("path", {
      class: "mark-fill",
      d: "M68 116c0-9 4-14 10-14s10 5 10 14l3 5H65zM75 124h6a3 3 0 0 1-6 0z",
    }),
  );
}

function opener(device) {
  const grille = [28, 35, 42, 49].map((y) => s("path", { class: "mark", d: `M54 ${y}h48` }));
  const waves = s(
    "g",
    { class: "waves" },
    s("path", {
      class: "wave",
      d: "M118 94q9 18 0 36M128 88q13 24 0 48M38 94q-9 18 0 36M28 88q-13 24 0 48",
    }),
  );
  const keeper = s(
    "g",
    { class: "keeper" },
    s("path", { class: "metal", d: "M256 64h26v14h-12l-6 34h-8z" }),
  );
  const node = s(
    "svg",
    { viewBox: "0 0 320 180", class: "drawing" },
    s("rect", { class: "device", x: 42, y: 12, width: 72, height: 156, rx: 10 }),
    grille,
    s("circle", { class: "bell-button", cx: 78, cy: 112, r: 22 }),
    bell(),
    waves,
    s("circle", { class: "lamp", cx: 78, cy: 150, r: 4 }),
    device.keypad ? keypad() : null,
    closeUp(
      s("rect", { class: "leaf", x: 172, y: 16, width: 66, height: 148, rx: 3 }),
      s("rect", { class: "frame", x: 246, y: 16, width: 60, height: 148, rx: 3 }),
      s("rect", { class: "hole", x: 246, y: 58, width: 42, height: 60, rx: 2 }),
      s("path", { class: "metal", d: "M196 78h56v4l-12 18h-44z" }),
      keeper,
    ),
  );
  const strike = new Part(keeper, (place) => `rotate(${Math.round(place * 62)}deg)`);
  return {
    node,
    draw(now, clock) {
      strike.go(STRIKE[now.state] ?? 0, now.state === "OPENING" ? now.motion : null, clock, 0);
      node.classList.toggle("ringing", now.ringing);
      node.classList.toggle(
        "lit",
        now.state === "RING_TO_OPEN_ACTIVE" || now.mode === "CONTINUOUS",
      );
    },
  };
}

function box(device) {
  const parts = edge();
  const turn = mechanics(parts);
  const lid = s(
    "g",
    { class: "lid" },
    s("rect", { class: "leaf", x: 18, y: 62, width: 116, height: 17, rx: 4 }),
    s("path", { class: "shine", d: "M24 67h104" }),
  );
  const node = s(
    "svg",
    { viewBox: "0 0 320 180", class: "drawing" },
    s("rect", { class: "leaf", x: 26, y: 79, width: 100, height: 86, rx: 3 }),
    s("rect", { class: "panel", x: 38, y: 104, width: 76, height: 48, rx: 3 }),
    s("rect", { class: "device", x: 64, y: 82, width: 24, height: 14, rx: 4 }),
    lid,
    s("path", { class: "floor", d: "M10 166h132" }),
    device.keypad ? keypad() : null,
    edges(parts),
  );
  return {
    node,
    draw(now, clock) {
      turn(node, now, clock);
      node.classList.toggle("open", now.doorOpen || now.state === "UNLATCHED");
    },
  };
}

const KINDS = { OPENER: opener, BOX: box };

/** Draw a device; ``draw(device, clock)`` moves it. */
export function drawing(device) {
  const made = (KINDS[device.type] ?? lock)(device);
  made.node.setAttribute("aria-hidden", "true"); // the words beside it say the same
  made.node.setAttribute("focusable", "false");
  return made;
}
