import { entries } from './entry.ts';

/** Findings about what a service gives: results, refusals, papers on the way. */
export const checkResults = entries({
  'result-unmade': {
    severity: 'warning',
    en: {
      message: 'clause {clause} announces «{text}», but no step makes it',
      hint: 'name the step that makes it, with its term and actor',
    },
    ru: {
      message: 'пункт {clause} объявляет «{text}», но ни один шаг этого не делает',
      hint: 'назовите шаг, который это делает, его срок и исполнителя',
    },
    kk: {
      message: '{clause}-тармақ «{text}» деп жариялайды, бірақ оны бірде-бір қадам жасамайды',
      hint: 'оны жасайтын қадамды, мерзімін және орындаушысын атаңыз',
    },
  },
  'refusal-unannounced': {
    severity: 'warning',
    en: {
      message: 'step {step} of {flow} refuses («{text}»), but clause {clause} names no refusal among the results',
      hint: 'add the refusal to the results of the service',
    },
    ru: {
      message: 'шаг {step} ({flow}) отказывает («{text}»), но пункт {clause} отказа среди результатов не называет',
      hint: 'добавьте отказ к результатам услуги',
    },
    kk: {
      message:
        '{step} қадамы ({flow}) бас тартады («{text}»), бірақ {clause}-тармақ нәтижелер арасында бас тартуды атамайды',
      hint: 'бас тартуды қызмет нәтижелеріне қосыңыз',
    },
  },
  'refusal-on-merits-unmade': {
    severity: 'warning',
    en: {
      message: 'after the examination (step {step}) there is only the positive way: nothing is said of a negative one',
      hint: 'add a condition after the examination, with the refusal',
    },
    ru: {
      message: 'после рассмотрения (шаг {step}) есть только положительный путь: об отрицательном не сказано ничего',
      hint: 'добавьте после рассмотрения условие с отказом',
    },
    kk: {
      message: 'қараудан кейін ({step} қадамы) тек оң жол бар: теріс нәтиже туралы айтылмаған',
      hint: 'қараудан кейін бас тартуы бар шартты қосыңыз',
    },
  },
  'paper-unissued': {
    severity: 'warning',
    en: {
      message: '«{paper}» is asked for in {flow}, but no step hands it out',
      hint: 'say in which step it is given',
    },
    ru: {
      message: '«{paper}» требуется ({flow}), но ни один шаг его не выдаёт',
      hint: 'укажите, на каком шаге это выдаётся',
    },
    kk: {
      message: '«{paper}» талап етіледі ({flow}), бірақ оны бірде-бір қадам бермейді',
      hint: 'қай қадамда берілетінін көрсетіңіз',
    },
  },
  'paper-several-names': {
    severity: 'warning',
    en: { message: 'the paper of acceptance is called by several names: {names}', hint: 'use one name' },
    ru: { message: 'бумага о приёме названа по-разному: {names}', hint: 'называйте её одинаково' },
    kk: { message: 'қабылдау туралы қағаз әртүрлі аталған: {names}', hint: 'бірдей атаңыз' },
  },
  'result-of-another-step': {
    severity: 'warning',
    en: {
      message: '{place}: the result of step {step} («{result}») is what «{actor}» does in another step',
      hint: 'give each step its own result',
    },
    ru: {
      message: '{place}: результат шага {step} («{result}») — это действие, которое совершает «{actor}» на другом шаге',
      hint: 'укажите для каждого шага его собственный результат',
    },
    kk: {
      message: '{place}: {step} қадамының нәтижесі («{result}») — «{actor}» басқа қадамда жасайтын әрекет',
      hint: 'әр қадамға өз нәтижесін беріңіз',
    },
  },
});
