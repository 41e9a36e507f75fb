import { entries } from './entry.ts';

/** Findings about places of one act that tell the same and do not agree. */
export const checkTellings = entries({
  'step-untold': {
    severity: 'warning',
    en: { message: '{place} leaves out step {steps} of the clause', hint: 'add it there or remove it from the clause' },
    ru: {
      message: '{place}: нет шага {steps}, который есть в пункте',
      hint: 'добавьте его туда или уберите из пункта',
    },
    kk: {
      message: '{place}: тармақта бар {steps} қадамы жоқ',
      hint: 'оны сонда қосыңыз немесе тармақтан алып тастаңыз',
    },
  },
  'step-extra': {
    severity: 'warning',
    en: {
      message: '{place} has «{text}», which the clause does not have',
      hint: 'add it to the clause or remove it here',
    },
    ru: { message: '{place}: есть «{text}», чего нет в пункте', hint: 'добавьте это в пункт или уберите здесь' },
    kk: { message: '{place}: тармақта жоқ «{text}» бар', hint: 'оны тармаққа қосыңыз немесе мұнда алып тастаңыз' },
  },
  'telling-differs': {
    severity: 'info',
    en: {
      message: 'step {step}: {place} says «{told}», elsewhere it is «{read}»',
      hint: 'say the same in both places',
    },
    ru: {
      message: 'шаг {step}: {place} — «{told}», а в другом месте «{read}»',
      hint: 'скажите в обоих местах одинаково',
    },
    kk: { message: '{step} қадамы: {place} — «{told}», ал басқа жерде «{read}»', hint: 'екі жерде де бірдей айтыңыз' },
  },
  'sisters-differ': {
    severity: 'info',
    en: {
      message: '{step}: «{found}» here, «{expected}» in {count} sister services of the act',
      hint: 'check whether the difference is meant',
    },
    ru: {
      message: '{step}: здесь «{found}», а у соседних услуг акта ({count}) «{expected}»',
      hint: 'проверьте, так ли задумано',
    },
    kk: {
      message: '{step}: мұнда «{found}», ал актінің көршілес қызметтерінде ({count}) «{expected}»',
      hint: 'айырмашылық әдейі ме, тексеріңіз',
    },
  },
});
