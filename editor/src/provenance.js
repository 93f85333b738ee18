// Where a number comes from, shown beside it: on hover, on click, and with Ctrl+I at the cursor.
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip } from "@codemirror/view";
import { markAt } from "./marks.js";

const pin = StateEffect.define();

function tooltip({ from, to, lines }) {
  return {
    pos: from,
    end: to,
    above: true,
    create() {
      const dom = document.createElement("div");
      dom.className = "drafter-provenance";
      dom.setAttribute("role", "tooltip");
      for (const line of lines) {
        // The lines hold what people typed: they are text, never markup.
        dom.appendChild(document.createElement("div")).textContent = line;
      }
      return { dom };
    },
  };
}

const pinned = StateField.define({
  create: () => null,
  update(present, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(pin));
    if (asked) return asked.value && tooltip(asked.value);
    return transaction.docChanged ? null : present;
  },
  provide: (field) => showTooltip.from(field),
});

const hovered = hoverTooltip(
  (view, position, side) => {
    const mark = markAt(view.state, position, side);
    return mark && view.state.field(pinned)?.pos !== mark.from ? tooltip(mark) : null;
  },
  { hideOnChange: true, hoverTime: 150 },
);

function pinAt(view, mark) {
  if (!mark && !view.state.field(pinned)) return false;
  view.dispatch({ effects: pin.of(mark) });
  return true;
}

const clicked = EditorView.domEventHandlers({
  click(event, view) {
    const number = event.target.closest?.(".drafter-number");
    pinAt(view, number ? markAt(view.state, view.posAtDOM(number), 1) : null);
  },
  blur: (_event, view) => void pinAt(view, null),
});

function pinAtCursor(view) {
  const { head } = view.state.selection.main;
  return pinAt(view, markAt(view.state, head, 1) ?? markAt(view.state, head, -1));
}

const keys = keymap.of([
  { key: "Mod-i", run: pinAtCursor, preventDefault: true },
  { key: "Escape", run: (view) => pinAt(view, null) },
]);

export const provenance = [pinned, hovered, clicked, keys];
