// The page: follows the simulator, and shows it.

import { follow, read } from "./control.js";
import { $, say, setText } from "./dom.js";
import { Clock, House } from "./house.js";
import * as scenario from "./scenario.js";
import * as theme from "./theme.js";
import { Wire } from "./wire.js";

theme.start($("theme"));

const [acts, about] = await Promise.all([read("/acts"), read("/about")]);
const clock = new Clock();
const house = new House(acts, about, clock);
const wire = new Wire();

$("exposed").hidden = !about.exposed;
setText($("version"), about.version ? `nuki-simulator ${about.version}` : "");

follow({
  connected(is) {
    $("live").classList.toggle("off", !is);
    setText($("live-text"), is ? "Live" : "Connection lost, trying again");
  },
  restarted: () => wire.clear(),
  time: (time) => {
    clock.set(time);
    if (time.speed === 0) house.redraw();
  },
  house: (found) => house.draw(found),
  wire: (entries) => wire.add(entries),
  lost: ({ changes }) => wire.miss(changes),
});

const time = $("clock");
function tick() {
  const text = clock.date().toISOString();
  setText(time, `${text.slice(0, 10)} ${text.slice(11, 19)}`);
}
tick();
setInterval(tick, 200);

scenario.start();
window.addEventListener("unhandledrejection", (event) =>
  say(String(event.reason?.message ?? event.reason), { bad: true }),
);
