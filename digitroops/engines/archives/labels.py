"""The labels that Meta translates, as far as they are known: add a line to teach one more language.

Where a label is not known a value is found by its place and shape, so a missing line loses little. Labels are
compared in lower case and with Meta's encoding undone.
"""

KNOWN = {
    "username": """
        username
        nama pengguna
        gebruikersnaam
        nom d'utilisateur
        nom d’utilisateur
        nombre de usuario
        nome de usuário
        nome utente
        benutzername
        用户名
        ユーザーネーム""",
    "name": """
        name
        nama
        naam
        nom
        nombre
        nome
        姓名
        名前""",
    "bio": """
        bio
        biografi
        biografie
        biographie
        biografía
        biografia
        steckbrief""",
    "comment": """
        comment
        komentar
        komen
        opmerking
        commentaire
        comentario
        comentário
        commento
        kommentar
        评论
        コメント""",
    "owner": """
        media owner
        pemilik media
        media-eigenaar
        propriétaire du média
        propietario del contenido multimedia
        proprietário da mídia
        medieninhaber""",
    "caption": """
        caption
        keterangan
        takarir
        bijschrift
        légende
        texto
        text
        teks
        post""",
    "likes": """
        likes
        suka
        jumlah suka
        vind-ik-leuks
        j’aime
        j'aime
        me gusta
        curtidas""",
    "comments": """
        comments
        komentar
        opmerkingen
        commentaires
        comentarios
        comentários""",
    "saves": """
        saves
        simpanan
        disimpan
        enregistrements
        guardados
        salvamentos""",
    "shares": """
        shares
        dibagikan
        bagikan
        partages
        compartidos
        compartilhamentos""",
    "reach": """
        accounts reached
        akun yang dijangkau
        akun dijangkau
        comptes touchés
        cuentas alcanzadas""",
    "views": """
        impressions
        impresi
        tayangan
        views
        plays
        impresiones""",
}
LABELS = {
    name: frozenset(line.strip() for line in lines.strip().splitlines()) for name, lines in KNOWN.items()
}
