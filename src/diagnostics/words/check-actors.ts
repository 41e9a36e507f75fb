import { entries } from './entry.ts';

/** Findings about who does what. */
export const checkActors = entries({
  'actor-unlisted': {
    severity: 'warning',
    en: {
      message: '«{name}» acts in {flow} but is not in the list of those who take part',
      hint: 'add it to the list of units',
    },
    ru: { message: '«{name}» действует ({flow}), но в перечне участвующих не назван', hint: 'внесите в перечень' },
    kk: {
      message: '«{name}» әрекет етеді ({flow}), бірақ қатысушылар тізбесінде аталмаған',
      hint: 'тізбеге енгізіңіз',
    },
  },
  'unit-idle': {
    severity: 'warning',
    en: {
      message: '«{name}» is in the list of those who take part but does nothing in any step',
      hint: 'remove it from the list or give it its step',
    },
    ru: {
      message: '«{name}» назван в перечне участвующих, но ни в одном шаге ничего не делает',
      hint: 'уберите из перечня или назовите его шаг',
    },
    kk: {
      message: '«{name}» қатысушылар тізбесінде аталған, бірақ бірде-бір қадамда ештеңе істемейді',
      hint: 'тізбеден алып тастаңыз немесе қадамын көрсетіңіз',
    },
  },
  'unit-several-names': {
    severity: 'warning',
    en: { message: 'one participant has two names: «{name}» and «{other}»', hint: 'use one name throughout the act' },
    ru: {
      message: 'один участник назван по-разному: «{name}» и «{other}»',
      hint: 'называйте его во всём акте одинаково',
    },
    kk: { message: 'бір қатысушы екі түрлі аталған: «{name}» және «{other}»', hint: 'бүкіл актіде бір атпен атаңыз' },
  },
  'actor-differs': {
    severity: 'warning',
    en: {
      message: 'step {step}: {place} has «{told}» act, the clause «{read}»',
      hint: 'decide who acts and say it in both places',
    },
    ru: {
      message: 'шаг {step}: {place} — действует «{told}», а в пункте «{read}»',
      hint: 'решите, кто действует, и укажите это в обоих местах',
    },
    kk: {
      message: '{step} қадамы: {place} — «{told}» әрекет етеді, ал тармақта «{read}»',
      hint: 'кім әрекет ететінін шешіп, екі жерде де көрсетіңіз',
    },
  },
  'wrong-party': {
    severity: 'warning',
    en: {
      message: '{place}: «{found}» stands where the other tellings or sister services say «{expected}»',
      hint: 'check which party is meant',
    },
    ru: {
      message: '{place}: «{found}» там, где в других местах или у соседних услуг «{expected}»',
      hint: 'проверьте, о какой стороне речь',
    },
    kk: {
      message: '{place}: басқа жерлерде немесе көршілес қызметтерде «{expected}» деген жерде «{found}» тұр',
      hint: 'қай тарап туралы айтылғанын тексеріңіз',
    },
  },
});
