import { entries } from './entry.ts';

/** Findings about the order of steps: who follows whom, and whether every way ends. */
export const checkFlow = entries({
  'step-unreachable': {
    severity: 'warning',
    en: {
      message: 'nothing leads to step {step} of {flow}',
      hint: 'name it in `next` of the step before it, or remove it',
    },
    ru: {
      message: 'к шагу {step} ({flow}) ничего не ведёт',
      hint: 'укажите его в `next` предыдущего шага или уберите',
    },
    kk: {
      message: '{step} қадамына ({flow}) ештеңе апармайды',
      hint: 'оны алдыңғы қадамның `next` өрісінде көрсетіңіз немесе алып тастаңыз',
    },
  },
  'next-nowhere': {
    severity: 'warning',
    en: {
      message: '{place}: column {number} sends on to {next}, and there is no such step',
      hint: 'correct the number of the next step',
    },
    ru: {
      message: '{place}: графа {number} отсылает к {next}, а такого шага нет',
      hint: 'исправьте номер следующего действия',
    },
    kk: {
      message: '{place}: {number}-баған {next} нөміріне сілтейді, ал ондай қадам жоқ',
      hint: 'келесі іс-қимыл нөмірін түзетіңіз',
    },
  },
  'next-itself': {
    severity: 'warning',
    en: {
      message: '{place}: column {number} names itself as the next step',
      hint: 'the number of a condition was probably meant; write the steps that follow it',
    },
    ru: {
      message: '{place}: графа {number} называет следующим действием саму себя',
      hint: 'вероятно, имелся в виду номер условия; укажите шаги, которые за ним следуют',
    },
    kk: {
      message: '{place}: {number}-баған келесі іс-қимыл ретінде өзін көрсетеді',
      hint: 'шарттың нөмірі айтылған сияқты; одан кейінгі қадамдарды жазыңыз',
    },
  },
  'next-differs': {
    severity: 'warning',
    en: {
      message: '{place}: after step {number} the table goes to {told}, the clause to {read}',
      hint: 'bring the table and the clause into agreement',
    },
    ru: {
      message: '{place}: после шага {number} таблица ведёт к {told}, а пункт — к {read}',
      hint: 'согласуйте таблицу с пунктом',
    },
    kk: {
      message: '{place}: {number}-қадамнан кейін кесте {told} нөміріне, ал тармақ {read} нөміріне апарады',
      hint: 'кесте мен тармақты сәйкестендіріңіз',
    },
  },
  'branch-missing': {
    severity: 'warning',
    en: { message: 'condition {step} of {flow} has no branch for «{branch}»', hint: 'say what happens in that case' },
    ru: { message: 'у условия {step} ({flow}) нет ветви «{branch}»', hint: 'укажите, что делается в этом случае' },
    kk: { message: '{step} шартында ({flow}) «{branch}» тармағы жоқ', hint: 'бұл жағдайда не істелетінін көрсетіңіз' },
  },
  'refusal-dead-end': {
    severity: 'warning',
    en: {
      message: 'the refusal of step {step} ({flow}) ends there: nobody signs, registers or hands it over',
      hint: 'add the steps that the positive result goes through',
    },
    ru: {
      message: 'отказ шага {step} ({flow}) на нём и обрывается: его никто не подписывает, не регистрирует и не выдаёт',
      hint: 'добавьте шаги, которые проходит положительный результат',
    },
    kk: {
      message:
        '{step} қадамындағы ({flow}) бас тарту сол жерде үзіледі: оған ешкім қол қоймайды, тіркемейді және бермейді',
      hint: 'оң нәтиже өтетін қадамдарды қосыңыз',
    },
  },
  'numbering-gap': {
    severity: 'warning',
    en: {
      message: '{place}: after «{word} {before}» comes {after}',
      hint: 'number the steps without gaps and doubles',
    },
    ru: {
      message: '{place}: после «{word} {before}» идёт {after}',
      hint: 'пронумеруйте шаги без пропусков и повторов',
    },
    kk: {
      message: '{place}: «{word} {before}» кейін {after} келеді',
      hint: 'қадамдарды үзіліссіз және қайталаусыз нөмірлеңіз',
    },
  },
  'loop-without-exit': {
    severity: 'warning',
    en: { message: 'from step {step} of {flow} no way leads to an end', hint: 'give the loop a way out' },
    ru: { message: 'от шага {step} ({flow}) ни один путь не ведёт к концу', hint: 'дайте циклу выход' },
    kk: { message: '{step} қадамынан ({flow}) бірде-бір жол соңына апармайды', hint: 'циклге шығу жолын беріңіз' },
  },
});
