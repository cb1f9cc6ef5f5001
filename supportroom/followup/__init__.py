"""What became of every recommendation: one page for members and public alike, lists, figures, downloads.

No nouns of its own: it reads the register, answers, briefings. Pages: the register with its filters, a recommendation's
whole way, a demand with all its sources and dates, figures as pictures with their tables, downloads (CSV, XLSX, JSON,
HXL tags).
"""
