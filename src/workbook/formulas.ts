/** Formulas of the report as Excel writes them; each is the twin of a function in survey/statistics.ts, where its source is cited. */
export const formulas = {
  share: (part: string, n: string) => `IF(${n}=0,"",${part}/${n})`,
  wilsonLow: (yes: string, n: string, z = 'z_95') =>
    `IF(${n}=0,"",MAX(0,(${yes}+${z}^2/2)/(${n}+${z}^2)-${z}/(${n}+${z}^2)*SQRT(${yes}*(${n}-${yes})/${n}+${z}^2/4)))`,
  wilsonHigh: (yes: string, n: string, z = 'z_95') =>
    `IF(${n}=0,"",MIN(1,(${yes}+${z}^2/2)/(${n}+${z}^2)+${z}/(${n}+${z}^2)*SQRT(${yes}*(${n}-${yes})/${n}+${z}^2/4)))`,
  index: (partly: string, yes: string, n: string) => `IF(${n}=0,"",(100*${yes}+50*${partly})/${n})`,
  /** Balance and change are percentage points. */
  balance: (no: string, yes: string, n: string) => `IF(${n}=0,"",100*(${yes}-${no})/${n})`,
  flag: (n: string, small: number, modest: number) =>
    `IF(${n}<${small},"n < ${small}",IF(${n}<${modest},"n < ${modest}",""))`,
  /** Change after - before and its Newcombe limits, from shares and Wilson limits that stand in cells. */
  change: (before: string, after: string) => `IF(OR(${before}="",${after}=""),"",100*(${after}-${before}))`,
  changeLow: (before: string, beforeHigh: string, after: string, afterLow: string) =>
    `IF(OR(${before}="",${after}=""),"",100*(${after}-${before}-SQRT((${after}-${afterLow})^2+(${beforeHigh}-${before})^2)))`,
  changeHigh: (before: string, beforeLow: string, after: string, afterHigh: string) =>
    `IF(OR(${before}="",${after}=""),"",100*(${after}-${before}+SQRT((${afterHigh}-${after})^2+(${before}-${beforeLow})^2)))`,
  equalityP: (yes1: string, n1: string, yes2: string, n2: string) => {
    const pooled = `((${yes1}+${yes2})/(${n1}+${n2}))`;
    const error = `SQRT(${pooled}*(1-${pooled})*(1/${n1}+1/${n2}))`;
    return `IF(OR(${n1}=0,${n2}=0),"",IF(OR(${yes1}+${yes2}=0,${yes1}+${yes2}=${n1}+${n2}),1,2*NORMSDIST(-ABS(${yes2}/${n2}-${yes1}/${n1})/${error})))`;
  },
  /** Benjamini-Hochberg in two steps: p * m / rank, then the least of it among the larger p. */
  stepUp: (p: string, all: string) => `MIN(1,${p}*ROWS(${all})/SUMPRODUCT(--(${all}<=${p})))`,
  adjusted: (p: string, all: string, steps: string) => `1-SUMPRODUCT(MAX((${all}>=${p})*(1-${steps})))`,
} as const;

/** A difference of shares in percentage points. */
export const inPoints = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : 100 * value;
