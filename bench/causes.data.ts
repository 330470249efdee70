/** Why a bar is missed, by the name of its row: printed beside the miss, and dropped when it holds again. */
export const causes: Readonly<Record<string, string>> = {}
