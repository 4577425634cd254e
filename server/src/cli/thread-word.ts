/** The first word of a thread of the program. */
export const threadWord = '--thread';
