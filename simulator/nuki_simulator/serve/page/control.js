// The control API of the simulator that serves this page.

export class Refused extends Error {}

async function asked(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refused("The simulator does not answer");
  }
  if (answer.ok) return answer;
  const found = await answer.json().catch(() => ({}));
  throw new Refused(found.error ?? `The simulator answered ${answer.status}`);
}

export const read = async (path) => (await asked(path)).json();

export const readText = async (path) => (await asked(path)).text();

export const perform = async (path, given) =>
  (await asked(path, { method: "POST", body: JSON.stringify(given) })).json();

export const replaceHouse = async (text) =>
  (
    await asked("/scenario", {
      method: "PUT",
      body: text,
      headers: { "Content-Type": "application/toml" },
    })
  ).json();

/**
 * Follow what happens. The browser comes back by itself with the last id when the line breaks; where
 * it gives up, because the simulator was gone for longer, this begins anew with the same id.
 */
export function follow(handlers) {
  let last = "";
  let source;
  const open = () => {
    source = new EventSource(`/live?after=${encodeURIComponent(last)}`);
    source.onopen = () => handlers.connected(true);
    source.onerror = () => {
      handlers.connected(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 1000);
    };
    for (const name of ["house", "time", "wire", "lost"]) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId) {
          const [run] = event.lastEventId.split("-");
          if (last && !last.startsWith(`${run}-`)) handlers.restarted();
          last = event.lastEventId;
        }
        handlers[name](JSON.parse(event.data));
      });
    }
  };
  open();
}
