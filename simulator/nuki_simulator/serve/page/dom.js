// Making elements, and telling people. Texts are always set as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

function put(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  return fill(node, ...children);
}

/** Put these into an element instead of what it holds; lists within count, nothings do not. */
export function fill(node, ...children) {
  node.replaceChildren(
    ...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ""),
  );
  return node;
}

export const h = (name, attributes = {}, ...children) =>
  put(document.createElement(name), attributes, children);

export const s = (name, attributes = {}, ...children) =>
  put(document.createElementNS(SVG, name), attributes, children);

export const $ = (id) => document.getElementById(id);

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const said = $("said");

/** Show a line for a moment, and have screen readers say it. */
export function say(text, { bad = false } = {}) {
  // What is outside of an open dialog is behind it, and silent.
  const place = document.querySelector("dialog[open]") ?? document.body;
  if (said.parentElement !== place) place.append(said);
  said.replaceChildren(h("p", { class: bad ? "bad" : null }, text));
  clearTimeout(say.timer);
  say.timer = setTimeout(() => said.replaceChildren(), bad ? 12000 : 5000);
}

/** Put a text on the clipboard. */
export async function copy(text, what) {
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copyBySelecting(text); // no clipboard without TLS, except on loopback
    say(`Copied ${what}`);
  } catch {
    say(`Could not copy ${what}`, { bad: true });
  }
}

function copyBySelecting(text) {
  const field = h("textarea", { class: "unseen", "aria-hidden": "true" });
  field.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("refused");
}

export const copyButton = (text, what) =>
  h(
    "button",
    {
      type: "button",
      class: "copy",
      title: `Copy ${what}`,
      "aria-label": `Copy ${what}`,
      onclick: () => copy(text, what),
    },
    s(
      "svg",
      { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" },
      s("rect", { x: 5.5, y: 5.5, width: 8, height: 8, rx: 1.5 }),
      s("path", {
        d: "M10.500 3.500v-.5A1.500 1.500 0 0 0 9 1.500H3A1.500 1.500 0 0 0 1.500 3v6A1.500 1.500 0 0 0 3 10.500h.5",
      }),
    ),
  );

/** A value in type of one width, with a button that copies it. */
export const copyable = (text, what) =>
  h("span", { class: "copyable" }, h("code", {}, text), copyButton(text, what));

/** Ask in a dialog; resolves with whether the answer was yes. */
export function ask(title, content, { yes, no = "Cancel" }) {
  const dialog = $("ask");
  return new Promise((resolve) => {
    const close = (answer) => () => dialog.close(answer);
    fill(
      dialog,
      h("h2", { id: "ask-title" }, title),
      content,
      h(
        "p",
        { class: "answers" },
        no && h("button", { type: "button", onclick: close("") }, no),
        h("button", { type: "button", class: "main", onclick: close("yes") }, yes),
      ),
    );
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.returnValue = "";
    dialog.showModal();
  });
}
