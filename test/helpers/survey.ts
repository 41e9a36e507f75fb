import type { SurveyService } from '../../src/model/response.ts';

const titles: readonly (readonly [string, string | undefined, string | undefined])[] = [
  [
    'mint-102-2014/poisons-licence',
    'Выдача лицензии на осуществление деятельности по производству, переработке, хранению, реализации, уничтожению ядов',
    undefined,
  ],
  [
    'miir-138-2019/transit-permit',
    'Выдача разрешения на транзит продукции, подлежащей экспортному контролю',
    undefined,
  ],
  ['mint-364-2012/poisons-licence', undefined, 'Улардың өндірісіне, қайта өңделуіне лицензия беру'],
  [
    'zhambyl-62-2013/scrap-metal-licence',
    'Выдача лицензии на сбор (заготовку), хранение, переработку и реализацию лома и отходов цветных и черных металлов',
    undefined,
  ],
  [
    'knb-46-2019/cryptography-licence',
    'Выдача лицензии на разработку средств криптографической защиты информации',
    undefined,
  ],
  ['knb-46-2019/technical-examination', 'Выдача заключения по техническому исследованию', undefined],
];

/** The services of the example responses. */
export const surveyServicesStub: readonly SurveyService[] = titles.map(([address, ru, kk]) => ({
  address,
  act: address.slice(0, address.indexOf('/')),
  title: { ...(ru === undefined ? {} : { ru }), ...(kk === undefined ? {} : { kk }) },
}));
