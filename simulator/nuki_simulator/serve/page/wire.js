// What went over the wire: a bounded list, drawn once a frame at most.

import { read } from "./control.js";
import { $, copyButton, fill, h, setText } from "./dom.js";
import { seconds } from "./words.js";

const KEPT = 1000; // entries that the page remembers
const DRAWN = 120; // of these, lines that there are at once
const KINDS = { push: ["push"], hand: ["hand"], web: ["request"], bridge: ["request"] };

const given = (entry) =>
  Object.entries(entry.arguments)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");

/** How it went, in words and as a class. */
function outcome(entry) {
  if (entry.kind === "hand") return entry.failed ? ["not done", "bad"] : ["done", "plain"];
  if (entry.unknown) return ["unknown", "warn"];
  if (entry.ending === null) return ["under way", "note"];
  if (entry.kind === "push" && entry.status === null) return ["no answer", "bad"];
  if (entry.ending !== "complete") return [entry.ending, "bad"];
  return [String(entry.status), entry.status < 300 ? "good" : entry.status < 400 ? "plain" : "bad"];
}

/** What stands in a line behind the operation. */
function about(entry) {
  if (entry.kind === "push") return `to ${entry.path}`;
  if (entry.kind === "hand") return `${entry.place} ${given(entry)}`;
  return entry.operation ? given(entry) : entry.path;
}

const written = (entry) => new Date(entry.moment).toISOString().replace("T", " ").slice(0, 23);

const haystack = (entry) =>
  [
    entry.kind,
    entry.operation,
    entry.path,
    entry.method,
    entry.place,
    entry.sender,
    entry.fault,
    given(entry),
    ...outcome(entry),
  ]
    .join(" ")
    .toLowerCase();

export class Wire {
  constructor() {
    this.entries = new Map();
    this.lines = new Map();
    this.paused = false;
    this.dirty = false;
    this.lost = 0;
    this.here = null; // the entry that Tab leads to
    $("log").addEventListener("keydown", (event) => this.arrow(event));
    $("log").addEventListener("click", (event) => {
      const line = event.target.closest("button.line");
      if (line) this.open(Number(line.dataset.number));
    });
    for (const id of ["words", "kind", "faults"])
      $(id).addEventListener("input", () => this.later());
    $("words").form.addEventListener("submit", (event) => event.preventDefault());
    $("pause").addEventListener("click", () => this.pause(!this.paused));
    $("clear").addEventListener("click", () => this.clear());
    this.later();
  }

  add(entries) {
    for (const entry of entries) {
      this.entries.delete(entry.number); // so that the oldest stays first
      this.entries.set(entry.number, { ...entry, words: haystack(entry) });
    }
    while (this.entries.size > KEPT) this.entries.delete(this.entries.keys().next().value);
    this.later();
  }

  /** Something happened of which nothing can be told any more; how open entries ended may be part of it. */
  miss(changes) {
    this.lost += changes;
    for (const entry of this.entries.values()) {
      if (entry.ending === null) entry.unknown = true;
    }
    setText(
      $("lost"),
      `${this.lost} changes are missing here: more happened than the simulator keeps.`,
    );
    $("lost").hidden = false;
    this.later();
  }

  clear() {
    this.entries.clear();
    this.lost = 0;
    $("lost").hidden = true;
    this.later();
    if (this.paused) this.render();
  }

  pause(paused) {
    this.paused = paused;
    $("pause").setAttribute("aria-pressed", String(paused));
    this.later();
  }

  later() {
    if (this.dirty) return;
    this.dirty = true;
    requestAnimationFrame(() => {
      this.dirty = false;
      this.render();
    });
  }

  chosen() {
    const words = $("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const kind = $("kind").value;
    const faults = $("faults").checked;
    return [...this.entries.values()]
      .filter(
        (entry) =>
          (!kind ||
            (KINDS[kind].includes(entry.kind) &&
              (kind === "push" || kind === "hand" || entry.api === kind))) &&
          (!faults || entry.failed || entry.status >= 400) &&
          words.every((word) => entry.words.includes(word)),
      )
      .sort((one, other) => other.number - one.number);
  }

  render() {
    const found = this.chosen();
    if (this.paused) {
      const news = found.filter((entry) => entry.number > this.seen).length;
      setText($("count"), news ? `paused, ${news} new` : "paused");
      return;
    }
    this.seen = Math.max(0, ...this.entries.keys());
    const shown = found.slice(0, DRAWN);
    const of = found.length === this.entries.size ? "" : ` of ${this.entries.size}`;
    const count = this.entries.size ? `${found.length}${of}` : "";
    setText($("count"), found.length > DRAWN ? `${count}, the newest ${DRAWN} shown` : count);
    const lines = new Map(shown.map((entry) => [entry.number, this.line(entry)]));
    const log = $("log");
    const focused = document.activeElement?.closest?.("#log")
      ? Number(document.activeElement.dataset.number)
      : null;
    for (const [number, line] of this.lines) {
      if (!lines.has(number)) line.node.remove();
    }
    let next = log.firstElementChild;
    for (const line of lines.values()) {
      if (line.node === next) next = next.nextElementSibling;
      else log.insertBefore(line.node, next);
    }
    this.lines = lines;
    $("empty").hidden = shown.length > 0;
    setText(
      $("empty"),
      this.entries.size
        ? "Nothing here fits the filter."
        : "Nothing yet. Call one of the APIs, or lend a hand at a door.",
    );
    // Tab leads to the newest, unless somebody is at another one.
    if (focused === null || !lines.has(this.here)) this.here = shown[0]?.number ?? null;
    for (const [number, line] of lines) line.button.tabIndex = number === this.here ? 0 : -1;
    if (
      focused !== null &&
      lines.has(focused) &&
      document.activeElement !== lines.get(focused).button
    )
      lines.get(focused).button.focus();
  }

  line(entry) {
    const made = this.lines.get(entry.number) ?? this.make(entry.number);
    if (made.entry !== entry) {
      made.entry = entry;
      const [words, kind] = outcome(entry);
      fill(
        made.button,
        h("span", { class: "at" }, written(entry).slice(11)),
        h(
          "span",
          { class: `api ${entry.kind === "request" ? entry.api : entry.kind}` },
          entry.kind === "hand" ? "Hand" : entry.place,
        ),
        h(
          "span",
          { class: "what" },
          h("b", {}, entry.operation ?? `${entry.method} ${entry.path}`),
          " ",
          h("span", { class: "given" }, about(entry)),
        ),
        entry.fault ? h("span", { class: "fault" }, `Fault: ${entry.fault}`) : null,
        h("span", { class: `status ${kind}` }, words),
        h("span", { class: "took" }, entry.kind === "hand" ? "" : seconds(entry.seconds)),
      );
    }
    return made;
  }

  make(number) {
    const button = h("button", {
      type: "button",
      class: "line",
      "data-number": number,
      tabindex: -1,
      "aria-haspopup": "dialog",
    });
    return { button, node: h("li", {}, button), entry: null };
  }

  arrow(event) {
    const numbers = [...this.lines.keys()];
    const at = numbers.indexOf(this.here);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: numbers.length - 1 }[event.key];
    if (to === undefined || !(to in numbers)) return;
    event.preventDefault();
    this.lines.get(this.here).button.tabIndex = -1;
    this.here = numbers[to];
    const { button } = this.lines.get(this.here);
    button.tabIndex = 0;
    button.focus();
  }

  async open(number) {
    this.here = number;
    const dialog = $("entry");
    let entry;
    try {
      entry = await read(`/wire/${number}`);
    } catch (error) {
      entry = { ...this.entries.get(number), gone: error.message };
    }
    fill(
      dialog,
      whole(entry, () => dialog.close()),
    );
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }
}

function block(title, text, what) {
  return h(
    "section",
    { class: "block" },
    h("div", { class: "block-top" }, h("h3", {}, title), copyButton(text, what)),
    h("pre", { tabindex: 0, role: "region", "aria-label": title }, text),
  );
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function message(title, first, headers, body) {
  return h(
    "section",
    { class: "block" },
    h("h3", {}, title),
    h("p", { class: "first" }, h("code", {}, first)),
    headers.length
      ? h(
          "dl",
          { class: "headers" },
          headers.map(([name, value]) => [h("dt", {}, name), h("dd", {}, h("code", {}, value))]),
        )
      : null,
    body
      ? h("pre", { tabindex: 0, role: "region", "aria-label": `${title}: body` }, pretty(body))
      : null,
  );
}

const query = (pairs) =>
  pairs.length ? `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}` : "";

/** All that is known of an entry. */
function whole(entry, close) {
  const [words, kind] = outcome(entry);
  const facts = [
    ["Fault", entry.fault],
    [entry.kind === "request" ? "Asked" : "Where", entry.kind === "push" ? "" : entry.place],
    ["Sent by", entry.sender],
    ["At", `${written(entry)} in the house`],
    ["Took", entry.kind === "hand" ? "" : seconds(entry.seconds)],
    ["Arguments", given(entry)],
    ["Moved", (entry.moved ?? []).join("; ")],
  ].filter(([, value]) => value);
  const { sent, answer } = entry;
  return [
    h(
      "div",
      { class: "dialog-top" },
      h("h2", { id: "entry-title" }, entry.operation ?? `${entry.method} ${entry.path}`),
      h("span", { class: `status ${kind}` }, words),
      h("button", { type: "button", class: "close-dialog", onclick: close }, "Close"),
    ),
    entry.gone ? h("p", { class: "lost" }, `Only this is left: ${entry.gone}.`) : null,
    h(
      "dl",
      { class: "facts" },
      facts.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
    ),
    entry.python
      ? block(entry.kind === "hand" ? "In a test" : "As SDK code", entry.python, "the code")
      : null,
    entry.python === null
      ? h("p", { class: "muted" }, "No call of the SDK sends this request.")
      : null,
    entry.curl ? block("As curl", entry.curl, "the command") : null,
    sent
      ? message("Sent", `${entry.method} ${sent.path}${query(sent.query)}`, sent.headers, sent.body)
      : null,
    answer
      ? message(
          "Came back",
          answer.status
            ? String(answer.status) + (answer.ending === "complete" ? "" : `, ${answer.ending}`)
            : `no answer: ${answer.ending}`,
          answer.headers,
          answer.body,
        )
      : null,
  ];
}
