/** About the output pages, for the webcast desk; the pages themselves carry no words. */
export const output = {
  title: 'Output',
  program: 'Program output',
  preview: 'Preview output',
};
