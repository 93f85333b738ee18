// The marks under the numbers: they move with the text, and one that an edit touches goes, as its verdict no longer holds.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Puts these marks in the place of all others: [{from, to, verdict, sign, lines}], in UTF-16 units. */
export const setMarks = StateEffect.define();

const decoration = (mark) =>
  Decoration.mark({
    class: `drafter-number drafter-${mark.verdict}`,
    attributes: mark.sign ? { "data-sign": mark.sign } : {},
    lines: mark.lines,
  }).range(mark.from, mark.to);

export const marks = StateField.define({
  create: () => Decoration.none,
  update(present, transaction) {
    let next = present;
    if (transaction.docChanged) {
      const { changes } = transaction;
      next = next.update({ filter: (from, to) => !changes.touchesRange(from, to) }).map(changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = Decoration.set(effect.value.map(decoration), true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The mark that holds what stands on that side (-1 or 1) of a position: {from, to, lines}, or null. */
export function markAt(state, position, side) {
  let found = null;
  state.field(marks).between(position, position, (from, to, { spec }) => {
    const holds = side > 0 ? from <= position && position < to : from < position && position <= to;
    if (holds) found = { from, to, lines: spec.lines };
  });
  return found;
}
