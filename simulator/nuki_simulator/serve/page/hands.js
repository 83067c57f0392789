// Hands: what can be done, as the simulator's own table of acts has it. No act is named here.

import { Refused, perform } from "./control.js";
import { h, say } from "./dom.js";

const FOLDERS = { device: "devices", bridge: "bridges", house: "house" };

/** The acts that can be done at a place, and there only if they are for openers or for locks. */
export const actsAt = (acts, place, isOpener = null) =>
  acts.filter((act) => act.place === place && (act.openers === null || act.openers === isOpener));

const path = (act, key) =>
  ["", FOLDERS[act.place], ...(act.place === "house" ? [] : [key]), act.name]
    .map(encodeURIComponent)
    .join("/");

const written = (act, given) =>
  [
    act.name,
    ...Object.entries(given).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
  ].join(" ");

async function lend(act, target, given, label, done) {
  try {
    const found = await perform(path(act, target.key), given);
    done?.(found);
    say(`${target.title}: ${label}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(`${target.title}: ${error.message}`, { bad: true });
  }
}

const plainName = (name) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll("_", " ");

/** A button for each usual way of an act, and a small form where it wants to know more. */
function act(one, target, done) {
  const buttons = one.ways.map((way) => {
    const button = h(
      "button",
      {
        type: "button",
        title: `${one.summary}\n${written(one, way.arguments)}`,
        onclick: () => lend(one, target, way.arguments, way.label, done),
      },
      way.label,
    );
    return { button, way };
  });
  const asks = one.arguments.length > 0 && one.ways.length === 0;
  const fields = asks ? form(one, target, done) : null;
  return {
    nodes: [...buttons.map((each) => each.button), fields?.node].filter(Boolean),
    update(described) {
      const current = described.current?.[one.name];
      if (current) {
        for (const { button, way } of buttons) {
          const given = Object.fromEntries(
            one.arguments.map((each) => [each.name, way.arguments[each.name] ?? each.default]),
          );
          button.setAttribute(
            "aria-pressed",
            String(one.arguments.every((each) => given[each.name] === current[each.name])),
          );
        }
      }
      fields?.update(described.choices?.[one.name] ?? {});
    },
  };
}

const KINDS = {
  int: { inputmode: "numeric" },
  float: { inputmode: "decimal" },
  str: {},
  bool: { type: "checkbox" },
};
const READ = { int: Number, float: Number, str: String };
let lists = 0;

function form(one, target, done) {
  const inputs = one.arguments.map((argument) => {
    lists += 1;
    const list = h("datalist", { id: `choices-${lists}` });
    const input = h("input", {
      ...KINDS[argument.type],
      name: argument.name,
      required: argument.required && argument.type !== "bool",
      list: list.id,
      size: argument.type === "str" ? 9 : 7,
      autocomplete: "off",
      placeholder: argument.name,
      "aria-label": `${plainName(argument.name)} for ${target.title}`,
    });
    return { argument, input, list };
  });
  const label = plainName(one.name);
  const given = () =>
    Object.fromEntries(
      inputs
        .map(({ argument, input }) => [
          argument,
          argument.type === "bool" ? input.checked : input.value.trim(),
        ])
        .filter(([argument, value]) => argument.required || value !== "")
        .map(([argument, value]) => {
          const found = argument.type === "bool" ? value : READ[argument.type](value);
          return [argument.name, Number.isNaN(found) ? value : found]; // which the simulator refuses, and says why
        }),
    );
  const node = h(
    "form",
    {
      class: "ask",
      title: one.summary,
      onsubmit: (event) => {
        event.preventDefault();
        lend(one, target, given(), label, done);
      },
    },
    inputs.map(({ input, list }) => [input, list]),
    h("button", { type: "submit" }, label),
  );
  return {
    node,
    update(choices) {
      for (const { argument, list } of inputs) {
        const wanted = JSON.stringify(choices[argument.name] ?? []);
        if (list.dataset.shown === wanted) continue;
        list.dataset.shown = wanted;
        list.replaceChildren(
          ...JSON.parse(wanted).map(({ label: name, value }) =>
            h("option", { value, label: String(value) === name ? null : name }),
          ),
        );
      }
    },
  };
}

/**
 * The hands at one place, by topic: ``[topic, node]``, and an ``update`` with what the place is like.
 * ``target`` has ``key`` and ``title``; ``done`` gets the description that an act answers with.
 */
export function hands(acts, target, done) {
  const made = acts.map((one) => [one.topic, act(one, target, done)]);
  const topics = [...new Set(made.map(([topic]) => topic))].map((topic) => {
    const node = h(
      "div",
      { class: "hands", role: "group", "aria-label": `${topic}: ${target.title}` },
      made.filter(([its]) => its === topic).flatMap(([, each]) => each.nodes),
    );
    return [topic, node];
  });
  return { topics, update: (described) => made.forEach(([, each]) => each.update(described)) };
}
