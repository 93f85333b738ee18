// Keeps the table of further facts in step with the keys. Streamlit's grid takes no change of cell while the pointer is
// outside of it: whoever moves the mouse away and goes on by Tab would type the next words over the last ones, and who
// comes by Tab would find no cell to type in. So as long as somebody is in the table, the grid hears of no pointer
// outside; and whoever comes by Tab brings the pointer along.
const RUNNING = Symbol.for("drafter.table-keys");
const GRID = "[data-testid=stDataFrame]";
let grid = null;
let byTab = false;

export default function mount() {
  if (globalThis[RUNNING]) return;
  globalThis[RUNNING] = true;
  addEventListener("pointermove", keepInside, true);
  addEventListener("pointerdown", () => (byTab = false), true);
  addEventListener("keydown", ({ key }) => (byTab = key === "Tab"), true);
  document.addEventListener("focusin", ({ target }) => {
    if (target.closest("#portal")) return;
    const before = grid;
    grid = target.closest(GRID);
    if (grid && grid !== before && byTab && target.matches("canvas")) bringAlong(target);
  });
}

function keepInside(event) {
  if (!grid?.isConnected || !inTable(document.activeElement)) return;
  const { left, right, top, bottom } = grid.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  if (x < left || x > right || y < top || y > bottom) event.stopImmediatePropagation();
}

function inTable(at) {
  return grid.contains(at) || Boolean(at?.closest("#portal"));
}

function bringAlong(canvas) {
  const { left, top, width } = canvas.getBoundingClientRect();
  canvas.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: left + width / 2, clientY: top + 5 }));
  // The grid looks for its first cell when it gets the focus, which came before the pointer.
  setTimeout(() => {
    if (document.activeElement !== canvas) return;
    canvas.blur();
    canvas.focus({ preventScroll: true });
  }, 100);
}
