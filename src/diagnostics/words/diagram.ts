import { entries } from './entry.ts';

export const diagram = entries({
  'browser-missing': {
    severity: 'error',
    en: {
      message: 'no browser to draw with ({reason})',
      hint: 'install Chromium or Chrome, or name one in PUPPETEER_EXECUTABLE_PATH, or reinstall with the optional package @sparticuz/chromium; --format mmd,bpmn needs no browser',
    },
    ru: {
      message: 'нет браузера, которым рисовать ({reason})',
      hint: 'установите Chromium или Chrome, либо укажите его в PUPPETEER_EXECUTABLE_PATH, либо переустановите с необязательным пакетом @sparticuz/chromium; для --format mmd,bpmn браузер не нужен',
    },
    kk: {
      message: 'сызатын браузер жоқ ({reason})',
      hint: 'Chromium не Chrome орнатыңыз, не оны PUPPETEER_EXECUTABLE_PATH ішінде көрсетіңіз, не @sparticuz/chromium міндетті емес пакетімен қайта орнатыңыз; --format mmd,bpmn үшін браузер керек емес',
    },
  },
  'diagram-unreadable': {
    severity: 'error',
    en: {
      message: 'Mermaid does not accept the diagram {name}: {reason}',
      hint: 'this text is ours: please report it with the .mmd file',
    },
    ru: {
      message: 'Mermaid не принимает диаграмму {name}: {reason}',
      hint: 'этот текст создан программой: сообщите о нём, приложив файл .mmd',
    },
    kk: {
      message: 'Mermaid {name} диаграммасын қабылдамайды: {reason}',
      hint: 'бұл мәтінді бағдарлама жасады: .mmd файлын қосып хабарлаңыз',
    },
  },
  'render-failed': {
    severity: 'error',
    en: {
      message: 'the browser failed on {name} twice ({reason})',
      hint: 'the other diagrams are drawn; run again for this one',
    },
    ru: {
      message: 'браузер дважды не справился с {name} ({reason})',
      hint: 'остальные диаграммы нарисованы; запустите ещё раз для этой',
    },
    kk: {
      message: 'браузер {name} диаграммасын екі рет сыза алмады ({reason})',
      hint: 'қалған диаграммалар сызылды; осыны қайта іске қосыңыз',
    },
  },
  'diagram-target-unknown': {
    severity: 'error',
    en: {
      message: 'step {step} leads to {to}, which does not exist',
      hint: 'correct `next` of the step, or add the step',
    },
    ru: { message: 'шаг {step} ведёт к {to}, которого нет', hint: 'исправьте `next` шага или добавьте шаг' },
    kk: {
      message: '{step} қадамы жоқ {to} қадамына апарады',
      hint: 'қадамның `next` мәнін түзетіңіз не қадамды қосыңыз',
    },
  },
  'diagram-unreachable': {
    severity: 'warning',
    en: {
      message: 'no way from the start leads to step {step} of {view}',
      hint: 'some step or answer must name it in `next`',
    },
    ru: {
      message: 'к шагу {step} схемы {view} нет пути от начала',
      hint: 'какой-то шаг или ответ должен назвать его в `next`',
    },
    kk: {
      message: '{view} сызбасының {step} қадамына басынан жол жоқ',
      hint: 'қандай да бір қадам не жауап оны `next` ішінде атауы керек',
    },
  },
  'diagram-empty': {
    severity: 'error',
    en: { message: 'there is nothing to draw for {view}: the flow {flow} has no steps' },
    ru: { message: 'для {view} нечего рисовать: в потоке {flow} нет шагов' },
    kk: { message: '{view} үшін сызатын ештеңе жоқ: {flow} ағынында қадам жоқ' },
  },
  'diagram-stale': {
    severity: 'error',
    en: {
      message: '{file} is not what the regulation and its layout give',
      hint: 'run «reglament diagrams» and commit the result',
    },
    ru: {
      message: '{file} не соответствует регламенту и его layout.yaml',
      hint: 'выполните «reglament diagrams» и сохраните результат',
    },
    kk: {
      message: '{file} регламентке және оның layout.yaml файлына сәйкес емес',
      hint: '«reglament diagrams» орындап, нәтижесін сақтаңыз',
    },
  },
  'diagram-cut-lost': {
    severity: 'warning',
    en: {
      message: '{view} can no longer be cut into sheets before {step}',
      hint: 'run «reglament diagrams --optimise», or correct `sheets` in layout.yaml',
    },
    ru: {
      message: '{view} больше нельзя разрезать на листы перед {step}',
      hint: 'выполните «reglament diagrams --optimise» или исправьте `sheets` в layout.yaml',
    },
    kk: {
      message: '{view} енді {step} алдында парақтарға бөлінбейді',
      hint: '«reglament diagrams --optimise» орындаңыз не layout.yaml ішіндегі `sheets` мәнін түзетіңіз',
    },
  },
});
