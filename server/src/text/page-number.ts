/** What paging leaves in a text. */

/** A page's number on a line of its own: `- 4 -`, `— 4 —`, `第4页`, `第 4 页 共 9 页`. */
export const pageNumber =
  /^(?:[-—–－]+\s*[0-9０-９]{1,3}\s*[-—–－]+|第\s*[0-9]{1,3}\s*页(?:[,，\s]*共\s*[0-9]{1,3}\s*页)?)$/;
