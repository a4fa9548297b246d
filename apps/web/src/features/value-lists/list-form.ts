import { createValueListBody, updateValueListBody } from "@ccp/contract";

export const newListForm = createValueListBody;

export const editListForm = updateValueListBody.pick({ name: true }).required();
