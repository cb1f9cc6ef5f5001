"""How much of a file is read. Beyond these a file is refused, so that one file cannot exhaust a small server."""

MOST_BYTES = 5 * 1024 * 1024  # of the file as it was brought
MOST_UNPACKED = 30 * 1024 * 1024  # of all parts of a DOCX or XLSX together
MOST_RATIO = 150  # unpacked to packed, of a part larger than RATIO_FROM
RATIO_FROM = 1024 * 1024
MOST_SIGNS = 600_000  # of markup ("<") in all parts: a report of 500 pages has 300,000, a sheet of 50,000 cells 250,000
MOST_ENTRIES = 1_000  # parts in a DOCX or XLSX; a report with 300 pictures has about 350

MOST_PAGES = 600  # of a PDF that is read for its words
MOST_PDF_BYTES = 20 * 1024 * 1024  # pictures included
MOST_ROWS = 50_000  # lines of a text, paragraphs of a DOCX, rows of a table
MOST_BLOCKS = 20_000  # paragraphs and items of a text or DOCX: some thousand pages
MOST_CELLS = 100_000  # of tables inside a text
MOST_TABLE_ROWS = 5_000  # what read_table gives unless it is asked for another number
MOST_COLUMNS = 60  # cells further right are not looked at
MOST_ITEMS = 5_000
LONGEST_ITEM = 20_000  # characters of one item, passage or cell: about eight pages
LONGEST_HEADING = 150
LONGEST_ABSORBED = 8_000  # what follows a numbered item and is taken to belong to it
