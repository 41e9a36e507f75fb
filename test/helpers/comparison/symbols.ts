import type { LegendSymbol, Regulation } from '../../../src/model/index.ts';

const symbols: Readonly<Record<LegendSymbol, RegExp>> = {
  'message-start': /начальн|бастапқы/iu,
  'message-end': /сообщение завершающ|аяқта(?:лу|у)шы/iu,
  'message-intermediate': /промежуточн|аралық/iu,
  end: /простое|қарапайым|результат|несоответствие/iu,
  error: /ошибка|қате/iu,
  system: /информационная система|ақпараттық жүйе/iu,
  process: /^(?:процесс|процедура|үдеріс)/iu,
  condition: /^(?:условие|шарт)/iu,
  'control-flow': /управления|басқару/iu,
  'message-flow': /поток сообщений|хабарламалар ағыны/iu,
  document: /документ|құжат/iu,
};

const asked = { quality: /качеством процесса|үдерісі сапасы/iu, accessibility: /информации|ақпарат/iu } as const;

/** Entries of a legend and questions whose words do not say their symbol, their id. */
export const symbolsNotAsSaid = ({ legend = [], questionnaire }: Regulation): string[] => [
  ...legend.flatMap(({ symbol, text }) =>
    typeof text === 'string' && !symbols[symbol].test(text) ? [`${symbol}: ${text}`] : [],
  ),
  ...(questionnaire?.questions ?? []).flatMap(({ id, text }) =>
    typeof text === 'string' && !asked[id].test(text) ? [`${id}: ${text}`] : [],
  ),
];
