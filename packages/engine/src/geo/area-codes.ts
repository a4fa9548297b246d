/**
 * The area codes of the North American Numbering Plan by state, province or country: its two letters, its name, the
 * zone that most of it lives in, and its codes, each with a zone of its own where that differs. A code that several
 * provinces share stands under none of them. Source, licence and what was mended: docs/decisions/0019.
 */
const states = `
US AL|Alabama|America/Chicago|205 251 256 334 659 938
US AK|Alaska|America/Anchorage|907
US AZ|Arizona|America/Phoenix|480 520 602 623 928
US AR|Arkansas|America/Chicago|327 479 501 870
US CA|California|America/Los_Angeles|209 213 279 310 323 341 350 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 840 858 909 916 925 949 951
US CO|Colorado|America/Denver|303 719 720 748 970 983
US CT|Connecticut|America/New_York|203 475 860 959
US DE|Delaware|America/New_York|302
US DC|District of Columbia|America/New_York|202 771
US FL|Florida|America/New_York|239 305 321 324 352 386 407 448=America/Chicago 561 645 656 689 727 728 754 772 786 813 850=America/Chicago 863 904 941 954
US GA|Georgia|America/New_York|229 404 470 478 678 706 762 770 912 943
US HI|Hawaii|Pacific/Honolulu|808
US ID|Idaho|America/Boise|208 986
US IL|Illinois|America/Chicago|217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 872
US IN|Indiana|America/New_York|219=America/Chicago 260 317 463 574 765 812 930
US IA|Iowa|America/Chicago|319 515 563 641 712
US KS|Kansas|America/Chicago|316 620 785 913
US KY|Kentucky|America/New_York|270=America/Chicago 364=America/Chicago 502 606 859
US LA|Louisiana|America/Chicago|225 318 337 504 985
US ME|Maine|America/New_York|207
US MD|Maryland|America/New_York|227 240 301 410 443 667
US MA|Massachusetts|America/New_York|339 351 413 508 617 774 781 857 978
US MI|Michigan|America/New_York|231 248 269 313 517 586 616 734 810 906 947 989
US MN|Minnesota|America/Chicago|218 320 507 612 651 763 952
US MS|Mississippi|America/Chicago|228 601 662 769
US MO|Missouri|America/Chicago|235 314 417 557 573 636 660 816 975
US MT|Montana|America/Denver|406
US NE|Nebraska|America/Chicago|308 402 531
US NV|Nevada|America/Los_Angeles|702 725 775
US NH|New Hampshire|America/New_York|603
US NJ|New Jersey|America/New_York|201 551 609 640 732 848 856 862 908 973
US NM|New Mexico|America/Denver|505 575
US NY|New York|America/New_York|212 315 329 332 347 363 516 518 585 607 631 646 680 716 718 838 845 914 917 929 934
US NC|North Carolina|America/New_York|252 336 472 704 743 828 910 919 980 984
US ND|North Dakota|America/Chicago|701
US OH|Ohio|America/New_York|216 220 234 283 326 330 380 419 440 513 567 614 740 937
US OK|Oklahoma|America/Chicago|405 539 572 580 918
US OR|Oregon|America/Los_Angeles|458 503 541 971
US PA|Pennsylvania|America/New_York|215 223 267 272 412 445 484 570 582 610 717 724 814 835 878
US RI|Rhode Island|America/New_York|401
US SC|South Carolina|America/New_York|803 821 839 843 854 864
US SD|South Dakota|America/Chicago|605
US TN|Tennessee|America/Chicago|423=America/New_York 615 629 731 865=America/New_York 901 931
US TX|Texas|America/Chicago|210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 915=America/Denver 936 940 945 956 972 979
US UT|Utah|America/Denver|385 435 801
US VT|Vermont|America/New_York|802
US VA|Virginia|America/New_York|276 434 540 571 686 703 757 804 826 948
US WA|Washington|America/Los_Angeles|206 253 360 425 509 564
US WV|West Virginia|America/New_York|304 681
US WI|Wisconsin|America/Chicago|262 274 353 414 534 608 715 920
US WY|Wyoming|America/Denver|307
CA AB|Alberta|America/Edmonton|368 403 587 780 825
CA BC|British Columbia|America/Vancouver|236 250 257 604 672 778
CA MB|Manitoba|America/Winnipeg|204 431 584
CA NB|New Brunswick|America/Halifax|428 506
CA NL|Newfoundland and Labrador|America/St_Johns|709 879
CA NS|Nova Scotia|America/Halifax|
CA NT|Northwest Territories|America/Edmonton|
CA NU|Nunavut||
CA ON|Ontario|America/Toronto|226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942
CA PE|Prince Edward Island|America/Halifax|
CA QC|Quebec|America/Toronto|263 354 367 418 438 450 468 514 579 581 819 873
CA SK|Saskatchewan|America/Regina|306 474 639
CA YT|Yukon|America/Whitehorse|`;

/** The same for codes that tell a country only. */
const countries = `
AG||America/Antigua|268
AI||America/Anguilla|264
AS||Pacific/Pago_Pago|684
BB||America/Barbados|246
BM||Atlantic/Bermuda|441
BS||America/Nassau|242
CA||America/Halifax|782 902
CA|||867
DM||America/Dominica|767
DO||America/Santo_Domingo|809 829 849
GD||America/Grenada|473
GU||Pacific/Guam|671
JM||America/Jamaica|658 876
KN||America/St_Kitts|869
KY||America/Cayman|345
LC||America/St_Lucia|758
MP||Pacific/Saipan|670
MS||America/Montserrat|664
PR||America/Puerto_Rico|787 939
SX||America/Lower_Princes|721
TC||America/Grand_Turk|649
TT||America/Port_of_Spain|868
VC||America/St_Vincent|784
VG||America/Tortola|284
VI||America/St_Thomas|340`;

/** A state, province or territory; `timeZone` is that of most of its people, null where no zone has most. */
export type State = { code: string; name: string; country: string; timeZone: string | null };

/** What an area code tells: `state` is null where several share it, and outside the US and Canada. */
export type AreaCode = { code: string; country: string; state: State | null; timeZone: string | null };

type Line = {
  place: string;
  name: string;
  zone: string | null;
  codes: { code: string; zone: string | null }[];
};

const toLines = (table: string): Line[] =>
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [place = "", name = "", zone = "", codes = ""] = line.split("|");
      return {
        place,
        name,
        zone: zone || null,
        codes: codes
          .split(" ")
          .filter((told) => told !== "")
          .map((told) => ({ code: told.slice(0, 3), zone: told.slice(4) || zone || null })),
      };
    });

type Tables = { states: ReadonlyMap<string, State>; codes: ReadonlyMap<string, AreaCode> };

const toTables = (): Tables => {
  const byState = new Map<string, State>();
  const byCode = new Map<string, AreaCode>();
  for (const { place, name, zone, codes } of toLines(states)) {
    const state: State = { code: place.slice(3), name, country: place.slice(0, 2), timeZone: zone };
    byState.set(state.code, state);
    for (const each of codes) {
      byCode.set(each.code, { code: each.code, country: state.country, state, timeZone: each.zone });
    }
  }
  for (const { place, codes } of toLines(countries)) {
    for (const { code, zone } of codes)
      byCode.set(code, { code, country: place, state: null, timeZone: zone });
  }
  return { states: byState, codes: byCode };
};

let read: Tables | undefined;

/** Read when they are first asked, so that a page which asks nothing does not carry them. */
const readTables = (): Tables => (read ??= toTables());

/** All that the tables hold, each code as often as it stands there. */
export const listAreaCodes = (): string[] =>
  [...toLines(states), ...toLines(countries)].flatMap(({ codes }) => codes.map(({ code }) => code));

/** States, provinces and territories by their two letters, which no two of them share. */
export const listStates = (): readonly State[] => [...readTables().states.values()];

export const findState = (code: string): State | undefined => readTables().states.get(code.toUpperCase());

/** What the area code of a number in E.164 tells; undefined outside the plan, and for toll-free and other codes of no place. */
export const findAreaCode = (number: string): AreaCode | undefined =>
  /^\+1\d{10}$/.test(number) ? readTables().codes.get(number.slice(2, 5)) : undefined;
