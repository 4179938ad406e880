/** The key of the name card: printed at the speaker's name, which opens it too. */
export const nameCardAction = 'booth.nameCard';
