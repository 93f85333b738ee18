// Has the page drawn anew as soon as its connection is back, and takes no key and no click until that is done. A server
// that was started again, or that has forgotten a window while the computer slept, knows none of the window's fields:
// the first edit would be shown and never be kept.
const RUNNING = Symbol.for("drafter.reconnect");
const CONNECTION = "data-test-connection-state";
const SCRIPT = "data-test-script-state";
const LONGEST = 5000; // ms: whatever happens, nobody is kept out for longer
let draw = null;
let waiting = "";

export default function mount({ setTriggerValue }) {
  draw = () => setTriggerValue("back", true);
  if (globalThis[RUNNING]) return;
  globalThis[RUNNING] = true;
  const app = document.querySelector(`[${CONNECTION}]`);
  new MutationObserver(() => follow(app)).observe(app, { attributeFilter: [CONNECTION, SCRIPT] });
  for (const kind of ["keydown", "beforeinput", "pointerdown", "mousedown", "click"]) {
    addEventListener(kind, hold, { capture: true, passive: false });
  }
}

function follow(app) {
  const script = app.getAttribute(SCRIPT);
  if (app.getAttribute(CONNECTION) !== "CONNECTED") waiting = "for the server";
  else if (waiting === "for the server") {
    waiting = "for a run";
    setTimeout(() => (waiting = waiting === "for the server" ? waiting : ""), LONGEST);
    draw();
  } else if (waiting === "for a run" && script === "running") waiting = "for its end";
  else if (waiting === "for its end" && script === "notRunning") waiting = "";
}

function hold(event) {
  if (waiting !== "for a run" && waiting !== "for its end") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
