/**
 * The time zones of Windows and Outlook, with the IANA zone of each: by region, `Romance=Paris` for `Romance Standard
 * Time` in `Europe/Paris`, and only `Sudan` if the city has the same name. From `windowsZones` of CLDR 48.2 (© Unicode,
 * Inc., Unicode License v3), for the world as a whole.
 */
export const windowsZones: Readonly<Record<string, string>> = {
  Africa:
    'E. Africa=Nairobi;Egypt=Cairo;Libya=Tripoli;Morocco=Casablanca;Namibia=Windhoek;Sao Tome;South Africa=Johannesburg;South Sudan=Juba;Sudan=Khartoum;W. Central Africa=Lagos',
  America:
    'Alaskan=Anchorage;Aleutian=Adak;Argentina=Buenos_Aires;Atlantic=Halifax;Bahia;Canada Central=Regina;Central America=Guatemala;Central Brazilian=Cuiaba;Central=Chicago;Central (Mexico)=Mexico_City;Cuba=Havana;E. South America=Sao_Paulo;Eastern=New_York;Eastern (Mexico)=Cancun;Greenland=Godthab;Haiti=Port-au-Prince;Magallanes=Punta_Arenas;Montevideo;Mountain=Denver;Mountain (Mexico)=Mazatlan;Newfoundland=St_Johns;Pacific SA=Santiago;Pacific=Los_Angeles;Pacific (Mexico)=Tijuana;Paraguay=Asuncion;SA Eastern=Cayenne;SA Pacific=Bogota;SA Western=La_Paz;Saint Pierre=Miquelon;Tocantins=Araguaina;Turks And Caicos=Grand_Turk;US Eastern=Indianapolis;US Mountain=Phoenix;Venezuela=Caracas;Yukon=Whitehorse',
  Asia:
    'Afghanistan=Kabul;Altai=Barnaul;Arab=Riyadh;Arabian=Dubai;Arabic=Baghdad;Azerbaijan=Baku;Bangladesh=Dhaka;Caucasus=Yerevan;Central Asia=Bishkek;China=Shanghai;Ekaterinburg=Yekaterinburg;Georgian=Tbilisi;India=Calcutta;Iran=Tehran;Israel=Jerusalem;Jordan=Amman;Korea=Seoul;Magadan;Middle East=Beirut;Myanmar=Rangoon;N. Central Asia=Novosibirsk;Nepal=Katmandu;North Asia East=Irkutsk;North Asia=Krasnoyarsk;North Korea=Pyongyang;Omsk;Pakistan=Karachi;Qyzylorda;Russia Time Zone 10=Srednekolymsk;Russia Time Zone 11=Kamchatka;Sakhalin;SE Asia=Bangkok;Singapore;Sri Lanka=Colombo;Syria=Damascus;Taipei;Tokyo;Tomsk;Transbaikal=Chita;Ulaanbaatar;Vladivostok;W. Mongolia=Hovd;West Asia=Tashkent;West Bank=Hebron;Yakutsk',
  Atlantic:
    'Azores;Cape Verde;Greenwich=Reykjavik',
  Australia:
    'AUS Central=Darwin;Aus Central W.=Eucla;AUS Eastern=Sydney;Cen. Australia=Adelaide;E. Australia=Brisbane;Lord Howe;Tasmania=Hobart;W. Australia=Perth',
  Etc:
    'Dateline=GMT+12',
  Europe:
    'Astrakhan;Belarus=Minsk;Central Europe=Budapest;Central European=Warsaw;E. Europe=Chisinau;FLE=Kiev;GMT=London;GTB=Bucharest;Kaliningrad;Romance=Paris;Russia Time Zone 3=Samara;Russian=Moscow;Saratov;Turkey=Istanbul;Volgograd;W. Europe=Berlin',
  Indian:
    'Mauritius',
  Pacific:
    'Bougainville;Central Pacific=Guadalcanal;Chatham Islands=Chatham;Easter Island=Easter;Fiji;Hawaiian=Honolulu;Line Islands=Kiritimati;Marquesas;New Zealand=Auckland;Norfolk;Samoa=Apia;Tonga=Tongatapu;West Pacific=Port_Moresby',
};
