const northAmerican = /\+1([2-9]\d{2})(\d{3})(\d{4})(?!\d)/g;

/** A number of the North American plan, or each in a text, as people there write it; any other as it is. */
export const formatPhone = (text: string): string => text.replaceAll(northAmerican, "($1) $2-$3");
