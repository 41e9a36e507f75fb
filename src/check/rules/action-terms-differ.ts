import { diagnostic } from '../../diagnostics/index.ts';
import { bare } from '../../text/index.ts';
import { flowsOf, itemsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The same action, told in the same words in two columns of the act's tables, takes the same time. */
export const actionTermsDiffer: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const seen = new Map<string, { term: string; name: string; at: ReturnType<typeof placeIn> }>();
    const tables = regulation.tellings.filter(({ kind }) => kind === 'table');
    if (flowsOf(regulation).length < 2) return;
    for (const telling of tables) {
      for (const { item, index } of itemsOf(regulation, telling)) {
        const [action, term] = [bare(wordsOf(item.text, regulation)), wordsOf(item.term, regulation)];
        if (action.length < 12 || !/\d/.test(term)) continue;
        const at = placeIn(subject, 'tellings', regulation.tellings.indexOf(telling), 'items', index, 'term');
        const name = `${telling.place} (${item.number ?? item.step ?? ''})`;
        const first = seen.get(action);
        if (!first) seen.set(action, { term, name, at });
        else if (bare(first.term) !== bare(term))
          yield diagnostic('action-terms-differ', { step: name, term, other: first.name, otherTerm: first.term }, at, {
            related: [first.at],
          });
      }
    }
  },
};
