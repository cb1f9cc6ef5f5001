"""The read interface for machines: JSON, versioned, described by OpenAPI; everything public and nothing else.

`resources` says what there is, `filters` what may be asked for, `answering` writes answers and refusals (RFC 9457),
`describing` the description that machines read. A resource is one entry in `RESOURCES`.
"""
