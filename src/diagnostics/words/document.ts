import { entries } from './entry.ts';

export const document = entries({
  'calendar-year-missing': {
    severity: 'error',
    en: {
      message: 'there is no calendar of working days for {year}',
      hint: 'add {file}: holidays and days off moved by the Government, with their source',
    },
    ru: {
      message: 'нет календаря рабочих дней за {year} год',
      hint: 'добавьте {file}: праздники и выходные, перенесённые Правительством, с источником',
    },
    kk: {
      message: '{year} жылғы жұмыс күндерінің күнтізбесі жоқ',
      hint: '{file} қосыңыз: мерекелер және Үкімет ауыстырған демалыс күндері, дереккөзімен',
    },
  },
  'calendar-unverified': {
    severity: 'warning',
    en: {
      message: 'the calendar of {year} holds days that were not checked against their source',
      hint: 'check the entries with «verified: false» in {file}',
    },
    ru: {
      message: 'в календаре за {year} год есть дни, не сверенные с источником',
      hint: 'сверьте записи с «verified: false» в {file}',
    },
    kk: {
      message: '{year} жылғы күнтізбеде дереккөзімен салыстырылмаған күндер бар',
      hint: '{file} ішіндегі «verified: false» жазбаларын салыстырыңыз',
    },
  },
  'element-unknown': {
    severity: 'error',
    en: { message: 'the markup has no element <{name}>', hint: 'did you mean {near}?' },
    ru: { message: 'в разметке нет элемента <{name}>', hint: 'может быть, {near}?' },
    kk: { message: 'белгілеуде <{name}> элементі жоқ', hint: 'мүмкін, {near}?' },
  },
  'element-misplaced': {
    severity: 'error',
    en: { message: '<{name}> may not stand inside <{parent}>', hint: 'docs/markup.md says what each element may hold' },
    ru: {
      message: '<{name}> не может стоять внутри <{parent}>',
      hint: 'docs/markup.md говорит, что может содержать каждый элемент',
    },
    kk: {
      message: '<{name}> элементі <{parent}> ішінде тұра алмайды',
      hint: 'әр элементтің құрамы docs/markup.md ішінде айтылған',
    },
  },
  'attribute-unknown': {
    severity: 'error',
    en: { message: '<{element}> has no attribute «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'у <{element}> нет атрибута «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '<{element}> элементінде «{name}» атрибуты жоқ', hint: 'мүмкін, {near}?' },
  },
  'attribute-missing': {
    severity: 'error',
    en: { message: '<{element}> lacks its attribute «{name}»' },
    ru: { message: 'у <{element}> не указан атрибут «{name}»' },
    kk: { message: '<{element}> элементінде «{name}» атрибуты көрсетілмеген' },
  },
  'attribute-wrong': {
    severity: 'error',
    en: { message: 'the attribute «{name}» of <{element}> is «{value}»', hint: 'expected, for example: {expected}' },
    ru: { message: 'атрибут «{name}» элемента <{element}> равен «{value}»', hint: 'ожидается, например: {expected}' },
    kk: {
      message: '<{element}> элементінің «{name}» атрибуты «{value}»',
      hint: 'мысалы, мынадай болуы керек: {expected}',
    },
  },
  'text-misplaced': {
    severity: 'error',
    en: { message: '<{element}> may not hold text: «{text}»', hint: 'put the text into <p>' },
    ru: { message: '<{element}> не может содержать текст: «{text}»', hint: 'поместите текст в <p>' },
    kk: { message: '<{element}> ішінде мәтін болмайды: «{text}»', hint: 'мәтінді <p> ішіне салыңыз' },
  },
  'markup-broken': {
    severity: 'error',
    en: {
      message: 'the markup is broken: {reason}',
      hint: 'every element is closed in the order in which it was opened',
    },
    ru: { message: 'разметка нарушена: {reason}', hint: 'каждый элемент закрывается в том порядке, в каком открыт' },
    kk: { message: 'белгілеу бұзылған: {reason}', hint: 'әр элемент ашылған ретімен жабылады' },
  },
  'template-syntax': {
    severity: 'error',
    en: { message: 'the template is broken: {reason}', hint: 'every «#block» is closed by its «/block»' },
    ru: { message: 'шаблон нарушен: {reason}', hint: 'каждый блок «#…» закрывается своим «/…»' },
    kk: { message: 'үлгі бұзылған: {reason}', hint: 'әр «#…» блогы өзінің «/…» белгісімен жабылады' },
  },
  'template-unclosed': {
    severity: 'error',
    en: {
      message: 'the block {block} is not closed',
      hint: 'close it with «/» and its name, inside the element where it begins',
    },
    ru: {
      message: 'блок {block} не закрыт',
      hint: 'закройте его знаком «/» с тем же именем внутри элемента, в котором он открыт',
    },
    kk: {
      message: '{block} блогы жабылмаған',
      hint: 'оны ашылған элементінің ішінде «/» белгісі мен сол атауымен жабыңыз',
    },
  },
  'template-fields': {
    severity: 'info',
    en: { message: 'a document of this kind needs: {fields}' },
    ru: { message: 'документу этого вида нужны поля: {fields}' },
    kk: { message: 'бұл түрдегі құжатқа қажет өрістер: {fields}' },
  },
  'template-construct': {
    severity: 'error',
    en: { message: 'templates do not allow {what}', hint: 'docs/templates.md says what a template may hold' },
    ru: { message: 'в шаблонах не допускается: {what}', hint: 'docs/templates.md говорит, что может содержать шаблон' },
    kk: { message: 'үлгілерде рұқсат етілмейді: {what}', hint: 'үлгінің құрамы docs/templates.md ішінде айтылған' },
  },
  'template-field-unknown': {
    severity: 'error',
    en: { message: 'a document of this kind has no field «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'у документа этого вида нет поля «{name}»', hint: 'может быть, {near}?' },
    kk: { message: 'бұл түрдегі құжатта «{name}» өрісі жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-helper-unknown': {
    severity: 'error',
    en: { message: 'there is no helper «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'нет функции «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '«{name}» функциясы жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-text-unknown': {
    severity: 'error',
    en: { message: 'the template has no text «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'у шаблона нет текста «{name}»', hint: 'может быть, {near}?' },
    kk: { message: 'үлгіде «{name}» мәтіні жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-partial-unknown': {
    severity: 'error',
    en: { message: 'there is no part «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'нет части «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '«{name}» бөлігі жоқ', hint: 'мүмкін, {near}?' },
  },
  'template-missing': {
    severity: 'error',
    en: { message: 'there is no template for documents of the kind «{kind}»', hint: 'add {file}' },
    ru: { message: 'нет шаблона для документов вида «{kind}»', hint: 'добавьте {file}' },
    kk: { message: '«{kind}» түріндегі құжаттардың үлгісі жоқ', hint: '{file} қосыңыз' },
  },
  'template-practice': {
    severity: 'warning',
    en: {
      message: 'the form of «{kind}» is known from practice only: no official blank was at hand',
      hint: 'compare the wording in {file} with the blank and set «status: verified»',
    },
    ru: {
      message: 'форма «{kind}» известна лишь по практике: официального бланка не было',
      hint: 'сверьте слова в {file} с бланком и поставьте «status: verified»',
    },
    kk: {
      message: '«{kind}» нысаны тек тәжірибеден белгілі: ресми бланк болмады',
      hint: '{file} ішіндегі сөздерді бланкпен салыстырып, «status: verified» қойыңыз',
    },
  },
  'template-earlier': {
    severity: 'warning',
    en: {
      message:
        'the form of «{kind}» was compared with documents of {since} and later; how it looked before is not known',
      hint: 'compare it with a document of that time and set «since» in {file} to its date',
    },
    ru: {
      message: 'форма «{kind}» сверена с документами от {since} и позднее; какой она была раньше, неизвестно',
      hint: 'сверьте её с документом того времени и поставьте его дату в «since» в {file}',
    },
    kk: {
      message: '«{kind}» нысаны {since} және одан кейінгі құжаттармен салыстырылған; бұрын қандай болғаны белгісіз',
      hint: 'оны сол кездегі құжатпен салыстырып, {file} ішіндегі «since» мәніне оның күнін қойыңыз',
    },
  },
  'text-untranslated': {
    severity: 'error',
    en: {
      message: '«{words}» has no wording in the language «{lang}»',
      hint: 'give both languages: kk and ru, in the case or in law/names.yaml',
    },
    ru: {
      message: 'у «{words}» нет слов на языке «{lang}»',
      hint: 'укажите оба языка, kk и ru, в деле или в law/names.yaml',
    },
    kk: {
      message: '«{words}» мәтінінің «{lang}» тіліндегі сөздері жоқ',
      hint: 'екі тілді де, kk және ru, істе немесе law/names.yaml ішінде көрсетіңіз',
    },
  },
  'service-unknown': {
    severity: 'error',
    en: { message: 'there is no service «{name}»', hint: 'did you mean {near}?' },
    ru: { message: 'нет услуги «{name}»', hint: 'может быть, {near}?' },
    kk: { message: '«{name}» қызметі жоқ', hint: 'мүмкін, {near}?' },
  },
  'case-number-path': {
    severity: 'error',
    en: {
      message: 'the case number «{number}» cannot be part of a file name',
      hint: 'use letters, digits, dots, hyphens and underscores, a letter or digit first, 80 letters at most; not the name of a device (CON, AUX, NUL)',
    },
    ru: {
      message: 'номер дела «{number}» не может входить в имя файла',
      hint: 'допустимы буквы, цифры, точки, дефисы и подчёркивания, первой стоит буква или цифра, не больше 80 букв; не имя устройства (CON, AUX, NUL)',
    },
    kk: {
      message: '«{number}» іс нөмірі файл атына кіре алмайды',
      hint: 'әріптер, цифрлар, нүктелер, дефистер мен астын сызу белгілері рұқсат етіледі, біріншісі әріп не цифр, 80 әріптен аспайды; құрылғы аты (CON, AUX, NUL) болмайды',
    },
  },
  'events-disordered': {
    severity: 'error',
    en: {
      message: '«{second}» ({secondDate}) stands before «{first}» ({firstDate})',
      hint: 'check the dates: {first} comes first',
    },
    ru: {
      message: '«{second}» ({secondDate}) раньше, чем «{first}» ({firstDate})',
      hint: 'проверьте даты: сначала {first}',
    },
    kk: {
      message: '«{second}» ({secondDate}) «{first}» ({firstDate}) оқиғасынан бұрын тұр',
      hint: 'күндерді тексеріңіз: алдымен {first}',
    },
  },
  'events-none': {
    severity: 'error',
    en: { message: 'the case has no event, so there is nothing to print', hint: 'add one of: {known}' },
    ru: { message: 'в деле нет событий: печатать нечего', hint: 'добавьте одно из: {known}' },
    kk: { message: 'істе оқиға жоқ: басып шығаратын ештеңе жоқ', hint: 'мыналардың бірін қосыңыз: {known}' },
  },
  'act-not-in-force': {
    severity: 'error',
    en: {
      message: 'the act «{act}» was not in force on {date} (from {from} to {to})',
      hint: 'choose the service of the act that was in force on that day',
    },
    ru: {
      message: 'акт «{act}» не действовал {date} (с {from} по {to})',
      hint: 'выберите услугу акта, который действовал в этот день',
    },
    kk: {
      message: '«{act}» актісі {date} күні қолданылмады ({from} бастап {to} дейін)',
      hint: 'сол күні қолданыста болған актінің қызметін таңдаңыз',
    },
  },
  'act-force-unknown': {
    severity: 'error',
    en: { message: 'it is not known whether the act «{act}» was in force on {date}: its {end} is unknown' },
    ru: { message: 'неизвестно, действовал ли акт «{act}» {date}: не установлено, {end}' },
    kk: { message: '«{act}» актісі {date} күні қолданылғаны белгісіз: {end} анықталмаған' },
  },
  'kind-not-allowed': {
    severity: 'error',
    en: { message: 'this service does not give out «{kind}»', hint: 'its regulation names: {allowed}' },
    ru: { message: 'эта услуга не выдаёт «{kind}»', hint: 'её регламент называет: {allowed}' },
    kk: { message: 'бұл қызмет «{kind}» бермейді', hint: 'оның регламентінде мыналар аталған: {allowed}' },
  },
  'kind-disputed': {
    severity: 'warning',
    en: {
      message: 'the regulation is at odds with itself on «{kind}»; told in: {told}; not told in: {silent}',
      hint: 'the document comes out, because one telling is enough; see docs/documents.md',
    },
    ru: {
      message: 'регламент расходится сам с собой о «{kind}»; где назван: {told}; где не назван: {silent}',
      hint: 'документ выходит, потому что достаточно одного места; см. docs/documents.md',
    },
    kk: {
      message: 'регламент «{kind}» туралы өзіне өзі қайшы; аталған жері: {told}; аталмаған жері: {silent}',
      hint: 'құжат шығады, өйткені бір жердің өзі жеткілікті; docs/documents.md қараңыз',
    },
  },
  'kind-absent': {
    severity: 'error',
    en: { message: 'no event of the case gives the document «{kind}»', hint: 'the events allow: {allowed}' },
    ru: { message: 'ни одно событие дела не даёт документа «{kind}»', hint: 'события позволяют: {allowed}' },
    kk: { message: 'істің бірде-бір оқиғасы «{kind}» құжатын бермейді', hint: 'оқиғалар мүмкіндік береді: {allowed}' },
  },
  'due-unknown': {
    severity: 'error',
    en: {
      message: 'the day of issue is neither given nor to be computed: {why}',
      hint: 'give «due» in the event «accepted»: no receipt is printed without it',
    },
    ru: {
      message: 'день выдачи не указан и не вычисляется: {why}',
      hint: 'укажите «due» в событии «accepted»: без него расписка не печатается',
    },
    kk: {
      message: 'беру күні көрсетілмеген және есептелмейді: {why}',
      hint: '«accepted» оқиғасында «due» көрсетіңіз: онсыз қолхат басылмайды',
    },
  },
  'law-missing': {
    severity: 'error',
    en: { message: 'law/citations.yaml has no «{name}» for {date}', hint: 'add an entry whose days include that date' },
    ru: {
      message: 'в law/citations.yaml нет «{name}» на {date}',
      hint: 'добавьте запись, дни которой включают эту дату',
    },
    kk: {
      message: 'law/citations.yaml ішінде {date} күніне «{name}» жоқ',
      hint: 'күндері осы күнді қамтитын жазба қосыңыз',
    },
  },
  'law-unverified': {
    severity: 'warning',
    en: { message: 'the law entry «{name}» for {date} was not checked against the text of the law' },
    ru: { message: 'запись закона «{name}» на {date} не сверена с текстом закона' },
    kk: { message: '{date} күнгі «{name}» заң жазбасы заң мәтінімен салыстырылмаған' },
  },
  'grounds-missing': {
    severity: 'error',
    en: {
      message: 'law/grounds.yaml has no list of grounds of refusal ({family}) for {date}',
      hint: 'add the list that was in force on that day: the nearest one is never taken',
    },
    ru: {
      message: 'в law/grounds.yaml нет перечня оснований отказа ({family}) на {date}',
      hint: 'добавьте перечень, действовавший в этот день: ближайший не берётся никогда',
    },
    kk: {
      message: 'law/grounds.yaml ішінде {date} күніне бас тарту негіздерінің ({family}) тізбесі жоқ',
      hint: 'сол күні қолданылған тізбені қосыңыз: жақын тізбе алынбайды',
    },
  },
  'ground-unknown': {
    severity: 'error',
    en: { message: 'the list «{list}» has no ground «{ground}»', hint: 'its grounds: {known}' },
    ru: { message: 'в перечне «{list}» нет основания «{ground}»', hint: 'его основания: {known}' },
    kk: { message: '«{list}» тізбесінде «{ground}» негізі жоқ', hint: 'оның негіздері: {known}' },
  },
  'number-wrong': {
    severity: 'error',
    en: { message: 'the number «{number}» is not of the form of its kind and date', hint: 'expected: {shape}' },
    ru: { message: 'номер «{number}» не того вида, какой положен документу в этот день', hint: 'ожидается: {shape}' },
    kk: { message: '«{number}» нөмірі құжаттың сол күнгі түріне сай емес', hint: 'күтілетіні: {shape}' },
  },
  'number-format-missing': {
    severity: 'error',
    en: {
      message: 'law/numbers.yaml has no form of numbers of «{kind}» for {date}',
      hint: 'add an entry whose days include that date',
    },
    ru: {
      message: 'в law/numbers.yaml нет вида номеров «{kind}» на {date}',
      hint: 'добавьте запись, дни которой включают эту дату',
    },
    kk: {
      message: 'law/numbers.yaml ішінде {date} күніне «{kind}» нөмірлерінің түрі жоқ',
      hint: 'күндері осы күнді қамтитын жазба қосыңыз',
    },
  },
  'document-ours': {
    severity: 'info',
    en: { message: '{count} wordings of «{kind}» are ours and unreviewed' },
    ru: { message: 'слов в «{kind}», которые составили мы и никто не проверил: {count}' },
    kk: { message: '«{kind}» ішіндегі біз құрастырған, тексерілмеген сөздер саны: {count}' },
  },
  'strict-unreviewed': {
    severity: 'error',
    en: {
      message: '«{kind}» is not printed under --strict: {reasons}',
      hint: 'let a lawyer review the wording, then change its origin or status',
    },
    ru: {
      message: '«{kind}» с --strict не печатается: {reasons}',
      hint: 'пусть слова проверит юрист; затем измените их origin или status',
    },
    kk: {
      message: '«{kind}» --strict кезінде басылмайды: {reasons}',
      hint: 'сөздерді заңгер тексерсін, содан кейін origin немесе status өзгертіңіз',
    },
  },
  'output-doubled': {
    severity: 'error',
    en: { message: 'two documents would have the name {name}', hint: 'give the cases different numbers' },
    ru: { message: 'два документа получили бы имя {name}', hint: 'дайте делам разные номера' },
    kk: { message: 'екі құжаттың аты {name} болар еді', hint: 'істерге әртүрлі нөмір беріңіз' },
  },
  'pdf-foreign': {
    severity: 'error',
    en: { message: '{file} is not a document of this program: it carries no model' },
    ru: { message: '{file} — не документ этой программы: в нём нет модели' },
    kk: { message: '{file} — бұл бағдарламаның құжаты емес: ішінде модель жоқ' },
  },
  'pdf-data-broken': {
    severity: 'error',
    en: {
      message: 'the model inside {file} is not whole',
      hint: 'the data were changed after the document was printed',
    },
    ru: { message: 'модель внутри {file} повреждена', hint: 'данные изменены после печати документа' },
    kk: { message: '{file} ішіндегі модель бүлінген', hint: 'деректер құжат басылғаннан кейін өзгертілген' },
  },
  'pdf-code-differs': {
    severity: 'error',
    en: {
      message: 'the QR code of {file} does not carry the hash of its data',
      hint: 'the data or the page were changed after the document was printed',
    },
    ru: {
      message: 'QR-код в {file} не несёт хеш его данных',
      hint: 'данные или страница изменены после печати документа',
    },
    kk: {
      message: '{file} ішіндегі QR-код оның деректерінің хешін көрсетпейді',
      hint: 'деректер не бет құжат басылғаннан кейін өзгертілген',
    },
  },
  'pdf-pages-differ': {
    severity: 'error',
    en: {
      message: 'the pages of {file} are not those that its data give',
      hint: 'the page was changed after the document was printed',
    },
    ru: { message: 'страницы {file} не те, что дают его данные', hint: 'страница изменена после печати документа' },
    kk: {
      message: '{file} беттері оның деректері беретін беттер емес',
      hint: 'бет құжат басылғаннан кейін өзгертілген',
    },
  },
  'pdf-form-changed': {
    severity: 'warning',
    en: {
      message: '{file} was printed by another version of the template or the program: its pages were not compared',
    },
    ru: { message: '{file} напечатан другой версией шаблона или программы: страницы не сравнивались' },
    kk: { message: '{file} үлгінің не бағдарламаның басқа нұсқасымен басылған: беттері салыстырылмады' },
  },
  'identifier-wrong': {
    severity: 'error',
    en: {
      message: 'the {name} {number} does not exist: its check digit, date or kind is wrong',
      hint: 'compare it with the certificate of the person or organisation',
    },
    ru: {
      message: '{name} {number} не существует: неверна контрольная цифра, дата или вид',
      hint: 'сверьте его со свидетельством лица или организации',
    },
    kk: {
      message: '{name} {number} жоқ: бақылау цифры, күні немесе түрі қате',
      hint: 'оны тұлғаның немесе ұйымның куәлігімен салыстырыңыз',
    },
  },
});
