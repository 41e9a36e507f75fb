import { diagnostic } from '../../diagnostics/index.ts';
import { anyWording } from '../../model/index.ts';
import { brief } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The act's list has a regulation for each item, and its dates stand in the order in which such things happen. */
export const actAgrees: Rule = {
  *act(subject) {
    const { act } = subject;
    const words = (text: Parameters<typeof anyWording>[0]): string => anyWording(text, act.lang, act.lang) ?? '';
    for (const [index, { n, service, title }] of act.services.entries()) {
      if (service === null)
        yield diagnostic(
          'service-without-regulation',
          { n, title: brief(words(title)) },
          placeIn(subject, 'services', index),
        );
    }
    const own = `№ ${act.number}`;
    for (const [index, { post, date }] of (act.approvals ?? []).entries()) {
      if (date && date > act.date)
        yield diagnostic(
          'date-order',
          { later: brief(words(post)), laterDate: date, earlier: own, earlierDate: act.date },
          placeIn(subject, 'approvals', index, 'date'),
          {
            related: [placeIn(subject, 'date')],
          },
        );
    }
    if (act.registration.date < act.date)
      yield diagnostic(
        'date-order',
        {
          later: own,
          laterDate: act.date,
          earlier: `№ ${act.registration.number}`,
          earlierDate: act.registration.date,
        },
        placeIn(subject, 'registration', 'date'),
      );
    const repeal = act.repealedBy?.date;
    if (repeal && repeal < act.date)
      yield diagnostic(
        'date-order',
        { later: own, laterDate: act.date, earlier: `№ ${act.repealedBy?.number ?? ''}`, earlierDate: repeal },
        placeIn(subject, 'repealedBy', 'date'),
      );
  },
};
