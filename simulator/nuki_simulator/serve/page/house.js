// The house: a card for each device and each bridge, and one for the house itself.

import { $, copyable, h, s, say, setText } from "./dom.js";
import { drawing } from "./drawing.js";
import { actsAt, hands } from "./hands.js";
import { differences, sentence, stateWords, typeWords } from "./words.js";

/** Time in the house, between two messages about it. */
export class Clock {
  constructor() {
    this.speed = 1;
    this.base = 0;
    this.start = 0;
    this.heard = performance.now();
  }

  set({ now, elapsed, speed }) {
    this.start = Date.parse(now) - elapsed * 1000;
    this.base = elapsed;
    this.speed = speed;
    this.heard = performance.now();
  }

  elapsed() {
    return this.base + ((performance.now() - this.heard) / 1000) * this.speed;
  }

  date() {
    return new Date(this.start + this.elapsed() * 1000);
  }
}

function group(title, nodes) {
  return h("div", { class: "topic" }, h("h4", {}, title), nodes);
}

/** All topics but the first are behind "More hands". */
function topics(made, open = 1) {
  const shown = made.topics.slice(0, open).map(([topic, node]) => group(topic, node));
  const more = made.topics.slice(open).map(([topic, node]) => group(topic, node));
  return [
    ...shown,
    more.length ? h("details", { class: "more" }, h("summary", {}, "More hands"), more) : null,
  ];
}

function battery() {
  const level = s("rect", { class: "level", x: 2.5, y: 2.5, width: 19, height: 7, rx: 1 });
  const node = h(
    "span",
    { class: "battery" },
    s(
      "svg",
      { viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" },
      s("rect", { class: "outline", x: 0.75, y: 0.75, width: 22.5, height: 10.5, rx: 2.5 }),
      s("path", { class: "tip", d: "M25 4v4" }),
      level,
    ),
    h("span", { class: "percent" }),
  );
  return {
    node,
    draw(percent) {
      level.setAttribute("width", Math.max(1, (19 * percent) / 100).toFixed(1));
      node.classList.toggle("low", percent < 20);
      setText(node.lastChild, percent < 20 ? `${percent} %, low` : `${percent} %`);
    },
  };
}

const MARKS = [
  ["powered", false, "No power", "bad"],
  ["connected", false, "Out of reach", "warn"],
  ["jammed", true, "Jammed", "bad"],
  ["ringing", true, "Ringing", "note"],
];

function marks(node, described, list) {
  const found = list.filter(([name, when]) => described[name] === when);
  const key = found.map(([, , words]) => words).join();
  if (node.dataset.shown === key) return;
  node.dataset.shown = key;
  node.replaceChildren(
    ...found.map(([, , words, kind]) => h("li", { class: `mark-${kind}` }, words)),
  );
}

function deviceCard(device, acts) {
  const title = device.name;
  const drawn = drawing(device);
  const charge = battery();
  const made = hands(actsAt(acts, "device", device.type === "OPENER"), { key: device.key, title });
  const state = h("p", { class: "state" });
  const marked = h("ul", { class: "marks" });
  const differs = h("div", { class: "differs-note" });
  const node = h(
    "li",
    { class: "card", "data-device": device.nukiId },
    h(
      "header",
      {},
      h("h3", {}, title),
      h("span", { class: "muted" }, typeWords(device.type)),
      charge.node,
    ),
    drawn.node,
    h("div", { class: "is" }, state, marked),
    differs,
    topics(made),
    h(
      "details",
      { class: "ids" },
      h("summary", {}, "Ids"),
      h(
        "dl",
        {},
        h("dt", {}, "Id in the app"),
        h("dd", {}, copyable(device.nukiId, `${title}’s id in hex`)),
        h("dt", {}, "nukiId"),
        h("dd", {}, copyable(String(device.nukiIdDecimal), `${title}’s nukiId`)),
        h("dt", {}, "smartlockId"),
        h("dd", {}, copyable(String(device.smartlockId), `${title}’s smartlockId`)),
        h("dt", {}, "smartlockId, hex"),
        h(
          "dd",
          {},
          copyable(device.smartlockId.toString(16).toUpperCase(), `${title}’s smartlockId in hex`),
        ),
      ),
    ),
  );
  let before = device.state;
  return {
    node,
    draw(now, clock) {
      drawn.draw(now, clock);
      charge.draw(now.battery);
      setText(state, sentence(now));
      marks(marked, now, MARKS);
      const found = differences(now);
      const key = JSON.stringify(found);
      if (differs.dataset.shown !== key) {
        differs.dataset.shown = key;
        differs.replaceChildren(
          ...(found.length === 0
            ? []
            : [
                h("p", {}, h("strong", {}, "Not what is reported")),
                h(
                  "table",
                  {},
                  h(
                    "thead",
                    {},
                    h(
                      "tr",
                      {},
                      h("td", {}),
                      h("th", { scope: "col" }, "Really"),
                      h("th", { scope: "col" }, "Reported"),
                    ),
                  ),
                  h(
                    "tbody",
                    {},
                    found.map(([what, really, reported]) =>
                      h(
                        "tr",
                        {},
                        h("th", { scope: "row" }, what),
                        h("td", {}, really),
                        h("td", {}, reported),
                      ),
                    ),
                  ),
                ),
              ]),
        );
      }
      made.update(now);
      if (now.state !== before && !now.motion) say(`${title}: ${stateWords(now.state)}`);
      before = now.state;
    },
  };
}

const BRIDGE_MARKS = [
  ["powered", false, "Not running", "bad"],
  ["starting", true, "Starting", "note"],
  ["busy", true, "Busy", "warn"],
  ["serverConnected", false, "No server", "warn"],
  ["pressed", true, "Button pressed", "note"],
];

const address = (url, what) => h("dd", {}, copyable(url, what));

function bridgeCard(bridge, acts) {
  const title = `Bridge ${bridge.key}`;
  const made = hands(actsAt(acts, "bridge"), { key: bridge.key, title });
  const state = h("p", { class: "state" });
  const marked = h("ul", { class: "marks" });
  const facts = h("dl", {});
  const node = h(
    "li",
    { class: "card bridge", "data-bridge": bridge.key },
    h("header", {}, h("h3", {}, title), h("span", { class: "muted" }, "Bridge API")),
    h("div", { class: "is" }, state, marked),
    facts,
    topics(made),
  );
  return {
    node,
    draw(now) {
      setText(state, now.powered ? "Running" : now.starting ? "Starting" : "Off");
      marks(marked, now, BRIDGE_MARKS);
      const key = JSON.stringify([now.url, now.token, now.callbacks, now.serverId]);
      if (facts.dataset.shown !== key) {
        facts.dataset.shown = key;
        facts.replaceChildren(
          h("dt", {}, "Address"),
          address(now.url, `${title}’s address`),
          h("dt", {}, "Token"),
          now.token
            ? address(now.token, `${title}’s token`)
            : h("dd", {}, "none yet: press the button, then GET /auth"),
          h("dt", {}, "Callbacks"),
          ...(now.callbacks.length
            ? now.callbacks.map((url) => address(url, "callback URL"))
            : [h("dd", {}, "none")]),
        );
      }
      made.update(now);
    },
  };
}

function houseCard(acts, about) {
  const made = hands(acts, { key: "", title: "House" });
  const facts = h("dl", {});
  const node = h(
    "li",
    { class: "card house-card" },
    h("header", {}, h("h3", {}, "House"), h("span", { class: "muted" }, "Web API")),
    facts,
    topics(made, 9),
  );
  return {
    node,
    draw(house) {
      const key = JSON.stringify(house.tokens);
      if (facts.dataset.shown !== key) {
        facts.dataset.shown = key;
        facts.replaceChildren(
          h("dt", {}, "Address"),
          address(about.webUrl, "address of the Web API"),
          h("dt", {}, house.tokens.length === 1 ? "Token" : "Tokens"),
          ...house.tokens.map((token) => address(token, "API token")),
        );
      }
      made.update(house);
    },
  };
}

export class House {
  constructor(acts, about, clock) {
    Object.assign(this, { acts, about, clock, shown: "" });
    const ofTime = (one) => one.topic === "Time"; // these stand at the top
    this.houseActs = actsAt(acts, "house").filter((one) => !ofTime(one));
    this.time = hands(actsAt(acts, "house").filter(ofTime), { key: "", title: "Time" }, (found) => {
      this.clock.set(found);
      this.draw(found);
    });
    $("time-hands").replaceWith(...this.time.topics.map(([, node]) => node));
  }

  draw(house) {
    this.house = house;
    const shown = JSON.stringify([
      house.devices.map(({ key, type, keypad, smartlockId }) => [key, type, keypad, smartlockId]),
      house.bridges.map(({ key }) => key),
    ]);
    if (shown !== this.shown) {
      this.shown = shown;
      this.build(house);
    }
    house.devices.forEach((device, index) => this.devices[index].draw(device, this.clock));
    house.bridges.forEach((bridge, index) => this.bridges[index].draw(bridge));
    this.own.draw(house);
    this.time.update(house);
    // The usual speeds show on their buttons.
    setText(
      $("speed"),
      document.querySelector('.time [aria-pressed="true"]') ? "" : `× ${house.speed}`,
    );
  }

  redraw() {
    if (this.house) this.draw(this.house);
  }

  build(house) {
    this.devices = house.devices.map((device) => deviceCard(device, this.acts));
    this.bridges = house.bridges.map((bridge) => bridgeCard(bridge, this.acts));
    this.own = houseCard(this.houseActs, this.about);
    const none = h(
      "li",
      { class: "empty" },
      "No doors here. Load a house, or start with --scenario.",
    );
    $("door-list").replaceChildren(
      ...(this.devices.length ? this.devices.map((card) => card.node) : [none]),
    );
    $("bridge-list").replaceChildren(...this.bridges.map((card) => card.node), this.own.node);
  }
}
