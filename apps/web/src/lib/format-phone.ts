const northAmerican = /^\+1([2-9]\d{2})(\d{3})(\d{4})$/;

/** Numbers of the North American plan as people there write them, all others as they are. */
export const formatPhone = (number: string): string => number.replace(northAmerican, "($1) $2-$3");
