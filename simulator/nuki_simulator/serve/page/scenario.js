// The house as a file, and as a link.

import { Refused, readText, replaceHouse } from "./control.js";
import { $, ask, copyButton, h, say } from "./dom.js";

const NAME = "#house=";
const LARGEST = 1 << 20;

async function through(bytes, transform) {
  const out = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await out.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) throw new Error("too large"); // a small link may unfold to anything
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A scenario in letters that a link can hold. */
export async function packed(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export async function unpacked(letters) {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  return new TextDecoder("utf-8", { fatal: true }).decode(
    await through(bytes, new DecompressionStream("deflate-raw")),
  );
}

async function replace(text, from) {
  const content = [
    h("p", {}, `The house that is here now, with all its devices, is replaced by the one ${from}.`),
    h(
      "details",
      {},
      h("summary", {}, "What it holds"),
      h("pre", { tabindex: 0, role: "region", "aria-label": "Scenario" }, text),
    ),
  ];
  if (!(await ask("Replace the house?", content, { yes: "Replace it", no: "Keep this one" })))
    return;
  try {
    await replaceHouse(text);
    say("The house was replaced");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await ask(
      "This is no house",
      [h("pre", { tabindex: 0, role: "region", "aria-label": "Problems" }, error.message)],
      { yes: "Close", no: "" },
    );
  }
}

async function share() {
  const link = `${location.origin}/${NAME}${await packed(await readText("/scenario"))}`;
  const field = h("input", { readonly: true, value: link, "aria-label": "Link", id: "link" });
  const shown = ask(
    "A link to this house",
    [
      h(
        "p",
        {},
        "Opened where a simulator runs at this address, it asks, and then sets up the same house. It holds the house itself, with its tokens and codes.",
      ),
      h("p", { class: "copyable wide" }, field, copyButton(link, "the link")),
    ],
    { yes: "Close", no: "" },
  );
  field.select();
  await shown;
}

async function opened() {
  if (!location.hash.startsWith(NAME)) return;
  const letters = location.hash.slice(NAME.length);
  history.replaceState(null, "", location.pathname);
  let text;
  try {
    text = await unpacked(letters);
  } catch {
    say("The link is damaged: it holds no house", { bad: true });
    return;
  }
  await replace(text, "in the link");
}

export function start() {
  const file = $("file");
  $("load").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const text = chosen.size > LARGEST ? null : await chosen.text();
    file.value = "";
    if (text === null) say("The file is too large to be a house", { bad: true });
    else await replace(text, `in ${chosen.name}`);
  });
  $("share").addEventListener("click", () =>
    share().catch((error) => say(error.message, { bad: true })),
  );
  window.addEventListener("hashchange", opened);
  opened();
}
