/**
 * Other names of zones that the data package counts to another place, because it joins zones whose clocks agree since
 * 1970: Iceland would be Abidjan. Each is the place that the name says, by its name of today.
 */
export const renamedPlaces: ReadonlyMap<string, string> = new Map([
  ...of("Africa/Asmara", "Africa/Asmera"),
  ...of("Africa/Bamako", "Africa/Timbuktu"),
  ...of("America/Atikokan", "America/Coral_Harbour"),
  ...of("America/Chicago", "CST6CDT"),
  ...of("America/Denver", "MST7MDT"),
  ...of("America/Indiana/Indianapolis", ...["America/Fort_Wayne", "America/Indianapolis", "US/East-Indiana"]),
  ...of("America/Los_Angeles", "PST8PDT"),
  ...of("America/New_York", "EST5EDT"),
  ...of("America/Nuuk", "America/Godthab"),
  ...of("America/St_Thomas", "America/Virgin"),
  ...of("Antarctica/McMurdo", "Antarctica/South_Pole"),
  ...of("Arctic/Longyearbyen", "Atlantic/Jan_Mayen"),
  ...of("Asia/Singapore", "Singapore"),
  ...of("Asia/Yangon", "Asia/Rangoon"),
  ...of("Atlantic/Reykjavik", "Iceland"),
  ...of("Europe/Kyiv", "Europe/Kiev", "Europe/Uzhgorod", "Europe/Zaporozhye"),
  ...of("Pacific/Chuuk", "Pacific/Truk", "Pacific/Yap"),
  ...of("Pacific/Kanton", "Pacific/Enderbury"),
  ...of("Pacific/Pohnpei", "Pacific/Ponape"),
  // Greenwich is no place on anybody's clock: its names are those of UTC.
  ...of("UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"),
  ...of("UTC", "Etc/GMT", "Etc/GMT+0", "Etc/GMT-0", "Etc/GMT0", "Etc/Greenwich"),
  ...of("UTC", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich"),
]);

function of(place: string, ...names: string[]): [string, string][] {
  return names.map((name) => [name, place]);
}
