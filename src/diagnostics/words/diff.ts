import { entries } from './entry.ts';

export const diff = entries({
  'diff-empty': {
    severity: 'error',
    en: { message: '{name} holds no act', hint: 'name a regulation, or a folder with act.yaml' },
    ru: { message: 'в {name} нет ни одного акта', hint: 'укажите регламент или папку с act.yaml' },
    kk: { message: '{name} ішінде бірде-бір акт жоқ', hint: 'регламентті немесе act.yaml бар буманы көрсетіңіз' },
  },
  'diff-languages': {
    severity: 'warning',
    en: {
      message: 'one is in «{old}», the other in «{now}»: steps are recognised by actor, number and term, not by words',
      hint: 'read the words of both sides yourself; nothing is translated here',
    },
    ru: {
      message:
        'один на языке «{old}», другой на языке «{now}»: шаги узнаются по исполнителю, номеру и сроку, а не по словам',
      hint: 'слова обеих сторон сверьте сами: здесь ничего не переводится',
    },
    kk: {
      message:
        'бірі «{old}» тілінде, екіншісі «{now}» тілінде: қадамдар сөздері бойынша емес, орындаушысы, нөмірі және мерзімі бойынша танылады',
      hint: 'екі жақтың сөздерін өзіңіз салыстырыңыз: мұнда ештеңе аударылмайды',
    },
  },
  'git-missing': {
    severity: 'error',
    en: { message: 'git does not start: {reason}', hint: 'install git, or give files instead of revisions' },
    ru: { message: 'git не запускается: {reason}', hint: 'установите git или укажите файлы вместо ревизий' },
    kk: {
      message: 'git іске қосылмайды: {reason}',
      hint: 'git орнатыңыз немесе ревизиялардың орнына файлдарды көрсетіңіз',
    },
  },
  'repository-missing': {
    severity: 'error',
    en: {
      message: '{folder} is in no repository of git: {reason}',
      hint: 'run it inside the repository, or give --root',
    },
    ru: {
      message: '{folder} не лежит в репозитории git: {reason}',
      hint: 'запустите внутри репозитория или укажите --root',
    },
    kk: {
      message: '{folder} git репозиторийінде емес: {reason}',
      hint: 'репозиторий ішінде іске қосыңыз немесе --root көрсетіңіз',
    },
  },
  'revision-unknown': {
    severity: 'error',
    en: {
      message: 'git knows no revision «{rev}»',
      hint: 'write a commit, a branch or a tag before the colon: HEAD~3:ACT/SERVICE',
    },
    ru: {
      message: 'git не знает ревизии «{rev}»',
      hint: 'перед двоеточием пишется коммит, ветка или метка: HEAD~3:АКТ/УСЛУГА',
    },
    kk: {
      message: 'git «{rev}» ревизиясын білмейді',
      hint: 'қос нүктенің алдына коммит, тармақ немесе белгі жазылады: HEAD~3:АКТ/ҚЫЗМЕТ',
    },
  },
  'revision-lacks': {
    severity: 'error',
    en: {
      message: 'in revision {rev} there is no «{path}»',
      hint: 'give a path from the current folder, ACT/SERVICE or ACT',
    },
    ru: { message: 'в ревизии {rev} нет «{path}»', hint: 'укажите путь от текущей папки, АКТ/УСЛУГА или АКТ' },
    kk: {
      message: '{rev} ревизиясында «{path}» жоқ',
      hint: 'ағымдағы бумадан жолды, АКТ/ҚЫЗМЕТ немесе АКТ көрсетіңіз',
    },
  },
});
