"""What of a document is a recommendation: `gathering.gather(source)` gives groups with their items and why.

The rules are general, in English and Arabic: `phrases` knows how people ask and what lists hold that ask for nothing,
`judging` weighs a list's lead, its headings and its own form, `repeating` sees lists that say the same again, `naming`
makes a heading out of a lead. Pure: a `reading.source.Source` comes in, nothing is stored.
"""
