
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        begin
          raise exception 'The record is only ever added to.';
        end
      $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.attachment (
    site text NOT NULL,
    attachment text NOT NULL,
    consultation text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    sha256 text NOT NULL,
    received integer NOT NULL,
    state text NOT NULL,
    refusal text,
    token_hash text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    proposal text,
    "position" integer,
    description text,
    question text
);
CREATE TABLE public.attachment_content (
    site text NOT NULL,
    attachment text NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.attachment_content ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE public.attachment_part (
    site text NOT NULL,
    attachment text NOT NULL,
    start integer NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.attachment_part ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE public.audit (
    site text NOT NULL,
    entry text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text,
    action text NOT NULL,
    proposal text NOT NULL,
    detail text
);
CREATE TABLE public.author_question (
    site text NOT NULL,
    question text NOT NULL,
    proposal text NOT NULL,
    words text NOT NULL,
    language text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    reply text,
    reply_language text,
    replied_at timestamp with time zone
);
CREATE TABLE public.consultation (
    site text NOT NULL,
    consultation text NOT NULL,
    title jsonb NOT NULL,
    description jsonb,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    territory_code text NOT NULL,
    territory_vintage integer NOT NULL,
    axes jsonb NOT NULL,
    policy jsonb NOT NULL,
    questions jsonb DEFAULT '[]'::jsonb NOT NULL
);
CREATE TABLE public.idempotency_key (
    site text NOT NULL,
    key_hash text NOT NULL,
    operation text NOT NULL,
    fingerprint text NOT NULL,
    result jsonb,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.migration (
    name text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);
CREATE TABLE public.outbox (
    site text NOT NULL,
    message text NOT NULL,
    session text,
    registration text,
    kind text NOT NULL,
    state text NOT NULL,
    facts jsonb NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    fault text,
    proposal text,
    CONSTRAINT outbox_check CHECK ((num_nonnulls(registration, proposal) = 1))
);
CREATE TABLE public.privacy_notice (
    site text NOT NULL,
    hash text NOT NULL,
    content jsonb NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.proposal (
    site text NOT NULL,
    reference text NOT NULL,
    consultation text NOT NULL,
    axis text NOT NULL,
    territory_code text,
    territory_vintage integer,
    place_code text,
    title text NOT NULL,
    body text NOT NULL,
    language text NOT NULL,
    content_hash text NOT NULL,
    author_name text,
    author_name_visible boolean NOT NULL,
    author_email text,
    consent_hash text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    moderation text NOT NULL,
    refusal_reason text,
    refusal_words jsonb,
    moderated_by text,
    received_at timestamp with time zone NOT NULL,
    moderated_at timestamp with time zone,
    tracking_hash text NOT NULL,
    words tsvector,
    supports integer NOT NULL,
    answered_at timestamp with time zone,
    answer jsonb,
    merged_into text,
    duplicate_group text NOT NULL,
    grouped_at timestamp with time zone NOT NULL,
    likeness text[] DEFAULT '{}'::text[] NOT NULL,
    collected_on date,
    import_key text,
    receipt_key text,
    receipt_signature text,
    answers jsonb,
    session text,
    author_phone text,
    title_language text,
    body_language text,
    CONSTRAINT proposal_supports_check CHECK ((supports >= 0))
);
CREATE TABLE public.receipt_key (
    site text NOT NULL,
    key text NOT NULL,
    public_key text NOT NULL,
    sealed_key text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone
);
CREATE TABLE public.registration (
    site text NOT NULL,
    registration text NOT NULL,
    session text NOT NULL,
    status text NOT NULL,
    turn integer NOT NULL,
    door_code text NOT NULL,
    name text,
    email text,
    phone text,
    language text NOT NULL,
    consent_hash text NOT NULL,
    manage_hash text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    promoted_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    places integer DEFAULT 1 NOT NULL,
    answers jsonb,
    needs text[],
    needs_details text,
    moved_at timestamp with time zone,
    checked_in_at timestamp with time zone,
    CONSTRAINT registration_places_check CHECK ((places > 0))
);
CREATE TABLE public.server_setting (
    name text NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.session (
    site text NOT NULL,
    session text NOT NULL,
    kind text NOT NULL,
    type_of_meeting text NOT NULL,
    status text NOT NULL,
    start_date date NOT NULL,
    end_date date NOT NULL,
    start_clock text,
    end_clock text,
    time_zone text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    territory_code text NOT NULL,
    territory_vintage integer NOT NULL,
    place_code text NOT NULL,
    details jsonb NOT NULL,
    demonstration boolean NOT NULL,
    sequence integer NOT NULL,
    registration boolean NOT NULL,
    registration_opens_at timestamp with time zone,
    registration_closes_at timestamp with time zone,
    capacity integer,
    confirmed integer NOT NULL,
    waiting integer NOT NULL,
    last_turn integer NOT NULL,
    places_per_registration integer DEFAULT 1 NOT NULL,
    questions jsonb DEFAULT '[]'::jsonb NOT NULL,
    parent text,
    series text,
    audiences text[] DEFAULT '{}'::text[] NOT NULL,
    words tsvector,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT session_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT session_confirmed_check CHECK ((confirmed >= 0)),
    CONSTRAINT session_waiting_check CHECK ((waiting >= 0))
);
CREATE TABLE public.site (
    site text NOT NULL,
    name jsonb NOT NULL,
    territory_code text NOT NULL,
    territory_vintage integer NOT NULL,
    locales text[] NOT NULL,
    origins text[] NOT NULL,
    privacy_hash text,
    demonstration boolean NOT NULL,
    holidays jsonb DEFAULT '[]'::jsonb NOT NULL
);
CREATE TABLE public.staff_token (
    site text NOT NULL,
    token_hash text NOT NULL,
    label text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.support (
    site text NOT NULL,
    reference text NOT NULL,
    device_hash text NOT NULL
);
CREATE TABLE public.used_proof (
    site text NOT NULL,
    nonce text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
INSERT INTO public.attachment VALUES ('berkane', 'e081e1762a5467d9765fcd90', 'general', 'image/png', 9708, '6a4638740a0f1adfd9f9bc17147376cd90592aeeae837f1312a85898789361bb', 9708, 'ready', NULL, '3xLKMNcGza-i3I-iHdbj2K2i1Di1frPl2MAjQxZcRYA', '2026-11-30 13:52:33.452+00', '2026-V3C6VQ', 0, NULL, NULL);
INSERT INTO public.attachment_content VALUES ('berkane', 'e081e1762a5467d9765fcd90', '\x89504e470d0a1a0a0000000d494844520000003c000000280806000000a2bb99ff000025b349444154780101a82557da009627c4fff995d9ff9cbf0fff0a3123ffaf7dc4ffe2d2e2ffe3e993ff50282cff7542b3ff4de4f7ffefee56ffe1ca31ffad9969ffb53b7dff101b7affdeb4e3ff617a83ff28e09fff4b85faff288738ff75498fff4820bfff1e3d33ffef36adff300514ffc2590cffb3629fffab1da6ffa6f184ffd33356ffddf81dffeb7be3ffb756e7ff142311ffeee01aff11a5e6ff1cc8dbff99fe20ff37606efff2fdb2ffb7103aff1efed3ffcd1ebaffe58a3cff139f78ffce7e3dffe65fb0ffbdc38cffcc2c92ffe35bb9ffda0c7bffc6de4aff51e418ff26a457ffa5c835ffa7b848ff3e4db5ff102084ff7d0e30ffd22c46ff00c83c14ffce16c7ff256feaff6cf2ccff451553ff58a18dff689836ffadeb91ffa196bdff30c040ff2d430fff424d5dffc7ac66ffcba255ff4664f1fff108e6ff74d295ff261524ffeb4484ff1a02adff4f42c5ff93e904ff8330ceff02d0f5ffafddb2ff7d4c8eff9ce66fff5e81deff352e1aff97898eff146485ffe5ccb3ff1d97ceffaa4dfbff3097a6ff869201fff17a50fffa5005ff2c120dff998a03fff9f5f4ffee1315ff88d3deff0d948cff8f8361ff7a0352ff0db627ff82f161ff4195e1ff703ff0ff5e1e06ffcd70c0ff56fecdffbfcb72ff85f10dff424a81ff31bd18ff41e3adffd9f4d5ffda3602ff0079c098ffd21021ff2b5a04fffae0efffd19f51ff6c9edcffab86beff721fc3ff3fed2cff0f9b0eff2e1a37ffea4168ff346f5bffd2cafaff3bc22dff29817dffb71614ff44caa8ffab14b7ff9f195cff9c98b6ffe3ea1fff00c12cff8a5a21ff2c446fff268abaffb03b6aff03f399ffd1101effccd2ebff6b949bff4fb748ff0bb0dcffc16571ff0c5446ffddb96bffe3316affd04fb8ff9c9f3fffcf8991ff875c6cfffc54faffacc9d2fffaf637ffcbec34ff256c53fff34c31ffbc9890ffbb587fff5cfdd5ffdcb00aff060346ff7eab6bff103065ff8ce0c2ff936dfaff30c18fffef6bd3ff7dfbc0ff1226c3ff00dee126ffcb8bb1ff8fccc2ff26f4d6ff64f664ff2ec730ffe35fd0ff9fe881ff3bb9bfff291f39ffb27570ff409a74ff189660ffeee86bff762d79ffab576dffb6d39fff05b2cfff366106ff48b480ffc77cf1ff6be17bff61ef67ff6cae8eff1623c7ff5c303cff3a5859ff879866ff276843fff49083ffde095bffcd3929ff50f278ff5ebc89ffd9548eff953f47ff215677ff477758ffe2037aff4ee81eff811c6fffc43a2aff2a04a9ffe08d22ffeae0b0ffe3de62ff668bf0ffc2680bffa1303fff9c8202ff68c2cfff25c270ffcea953ffcca45bfff7d64dff006cdbffe389efff834e68ff50f235ffd31e29ff00a070bcffbb0860ff838d7dff2ecdc4ff56b952ffd012b0ffd6c163ffb847f7ff475fc7ff5ee297ffe1cce0ff1de6d1ff8ffe34fffaf622ffd05aa1ff83a9e6ffdd8f6cffeda7ccffa9b47dffb3d010ffdb7034ff7817f5ff15eaddff7d72a3ff7f7f18ff81e6b0ff2c93c4ff863025ff676137ff584451ffcf0e16ff1cd1afff35ec1aff2b72e9ffeb23a1ff846621ffad4865ff62c57dffb17310ffda3cc5fff13003ffe5c9b6ffa105c8ff61c206ff297a07ff20fe5cfff5ee57ffff1e6dff7bca7aff306cc5ffc0e6f5ff2e25f0ff0309caff98f71effd6353cff96ea4bff551c7fff682535ff595a1cff2d13fdff00dd84b4ffdf196cff54b38cffaf1386ff5b1dc4ff3dcc77ff6583c7ff38db32fff4565aff7ad5ffffca3309ff083357ffa78903ffa25eebffafd7bcff56061dffda4936ff7f4acfff5e73f4ff902b05ff59bdd1fffd5b86ff74237effadbb73ff4e5a2effe64e3fff9c29a8ffb8955dff8070d5ffbd9ac1ff15c6c0ffc8993bff12f592ff252d7fff06a9d5ff11e14bff8d9273ff064bdbff654a2fffc5f1befff4dbeeff647a98fff68298ff07b75aff302739ff9f1962ffa13a61ff04c4bbff028194ff9408f2ff2d00bfff0d1721ff649f05ffc4842cff17dbf0ff487790ffecdad7ff851c45ff14a63cff371ca2ff0095d0ecff61c57effddc74eff324f99ff8ef1dfffc0feadff90cb43ff76987dff033484ff904604fff7a1cdfff0c4efffa99d11ff590e33ffcec513ff92b5e0ffe59690ffdfa3fcff7ab0e8ff406dc3ffb35d33ff60306affa8289dff77d33bff480c46ff236054ffcc7e12ffb65dffff3b77d2ff4b98a1ffd4c53eff47104affd4ed91ff77c19fffd7f95fff0b18f9ffd199aeffb01860ffa0ac8aff7cde52ffb50d8affb465ebff67ad48ffee57f5ff71336bff8db1cbff04bb82ffd2007bff05b2deff134930ff7c34dcff83bad7ff5f812cffc498b3ffac6444ffdb795bff9b3323ff064a7cff82cf63ff95770fff004124ccffa551edffa42149ff6cb44eff4a2135ff0fcc88ff367276ffeba5bcff1f1489ff39c0aaff2429ebffea61a8ff1106bbff5d9455ff906c90ff2083e0ffc9ba5aff8c132eff8e254fffae6f08ffb48f84ffeaf67fffa574a5ff46e87fffba2d56ff742defff15031effcd6f35ffd41ae5ff91ad65ff37cfbfff1a0d5affb430b9ff964049ff25af23ff58f061ff95b360ff01a51dff8cbbd0ff38f8c7ffe56b80ff08fa1dff495e05ffe42899ff5e0595ffd34055ff33ac06ff69829cffc39f32ff646a70ff4249b0ff0ed6aaff4d456dff195421ffe701c9ffd0898bff90c1e3ff498eedff48d669ffe74c73ff00036956ffd1b8b2ff26681aff5ae899ff075b4fff945a7fff349e51ffaca804fff528e8ff162236ff28818eff3fe919ffec786bffca029fff645752ff530121ffad1ee6ff00da2affb50c15ff474cd1ff1bb2bdff3f0cc4ffb8644eff77e3bbff3e7464ff9e5a09ff901c33ff3b7657ff4ce2d9ff15bc75ffb53138fff46b1fffd32136ff9b9aecff7453ebffc0fa08ff152571ff7fb0d7ff7653b1ff46f75cff342c12ff577d97ff64fe94ffaf92b2ffaaff80ff730114ff72bd13ffba158fff421e31ffae31b5ff71e9a5ff9490f0ff87a5d7ff095feeffb7aa74ffc5e6c9ff56ae56ff708047ffeadb67ff69b12dff0079228eff128195ff369093fff0b69cff8e4a8eff083c00ffce9a77ff6d6124ffb65942fff53dbaffa4adc7ff62ed59ff73c6edff7042d6ffc81169ffb07895ff51a4c9ff5a04b9ff5c6460ffc7eb22ff49ccf1ff84c206ff703695ff036899ff00ac4effe18607ff8b63ddff24cb01ff9875b6ff420794ff4c7d6cff26fe2cff775e50ff3fbe66ff831a84ff91a28aff1829f7ffd9a34fffb3d120ff1e5558ffdb2025fff2acbeffc258e2ff3691e7ff7349a9ff9cf5a1ff6ce57cffadfa78ff546e29ffed3667ffa6df75ffc284c9ff404b3effd8e8d7ff027ee3ff3ecd66ffe3f29eff293fe6ffdcdc8bff48a452ff0044a6adffded0c1ffa6863cff81985bff03402effe91572ff5b4c98ff77e715ffe3f0c1ffd12066ffd7cce1ffdc3189ff9a8189ff0dbfa6ff9ff9fdffb2ff0effdba5f9ff99a382ff0ee36eff97fb9affb37c33ffdca95aff775570ffb5ce8dffbcd310ff6c808bffd284d6ffff5a9eff1d96e7ffb60e3eff7b453bffc1f798ff40c22aff8c989aff2dead7ff3a2b4bffc3cd69ff2b8aa6ff369d0effd619c9ff065c4fff206fdaff8ef68aff3d8ce6ff5ab8baff347319ff4b177dff425c8fffb84bdfff4378b0ffa58254ff77a161ff823943ff96a283ff7e86f5ffe4e4aaffabbce8ff3fdc83ff23e85aff2c42a9ff00dfe975ffb31fb6ff2e201cff3ac8e5ffd87dfbffa84079ffb25777ff951c8cfff31218ffaa11ebff54b46bff9f609bffeff096ff758d74ff84e60affa240abff389fe1ff0eae02fff6b7c2ff57b019ff500035ff77a5deff2d3d90ffcb9527ff62ce6fff7876a0ffbc3385ffdbf91fffcffbfdff00ecfdffec59caff43a999ff2e17f3ff88b7e2ff14573cff02dca8ff02c843ff732c0cffe69754ff665088ff39ebb2ff54ed14ff7a09efff18f427ff24eae6ffa589a3ffc9c022ff071396ff7d6fc0ff3fc447fff9ea3dffe49733ffb26bdcffb2200cffa081a3ffb4cc2aff8324deff46d6e5ffd8c716ff9ccc9cff00bdef3fff5787daff599fe1ff717c43ff7791b9ff0d2e72ff7d30d0ff71fca7ff87a82affdf877bffeeb905ff121cb4ff4f6666ffc4a745ff49273dff8dad46ff626fafff63d284ffdfafacff07e10dff7f6932ff877632ff904b93ffd435bfff8cd3f9ffe89a87fff83e74ff484fb7ff2dc529ff90b3e4ff092231ff5f21d0ff820927ffe08666ffdfbafafffe67ebff2a9df0fff2a66dff6899c3ff8d507aff9299bbffe9a451ff3058baff3cea03ff370db7ff69f718ff6be4e2ff1ba969ff573b7fff3c52e2ff0528dfffef0c7cff3d608fffecc95eff5e1091ff634d0fff27ded6ffd21376fff1b9fefff896a4ff007436e0ffc9180eff3fbbd8ff2b6876ffec812eff5ab26cff78c879ff7aff6dff525302ff32da2dff9e95a3ff0d781effb3cee4ff3a33acffb1a551ffd15237ffeb1cfdffb37e20ff03f97dff156fa4ff003dc4ff1177f0ff4d46cbff556733ff1478b9ff56e346ff3ba5afffa28561ffef91bfff1cf13aff3a2276ff3c7c10ffa7804cff46d7a8ff117a4dffaf80a3ffe45476ff004a7cff81e238ff8e6499ffd582a7ff95351cfff79c92ff9bebbdffbbc877ff3dda2dff0fc582ffea597effb366edffe632d9ff6c8e7dff660602ff214c33ff9a495bff2fe8c5ffb37a0affe38d7cff0ed877ff09338dff5953b7ff002b9d75ff651eb3ff8b0ab6fffbcb82ff15a6a0ffb26246ffc9bd21ffebefeaffe0760eff2887c9ff3bbc3cff0b2439ff9b176effabc1e4ffcba65bff6b59a6ffcb55bcffe9fc89fff2ac8cff5cda80ff61f0f6ff1ac014ffccd08effa504adff4d5013ffc4fc27ff2437ddff6b8514ffe991bffffc5942ff3d3c92fff504c5ff6463fcff2c60e0ffc2a4bbff6dfa9bff000baeff638799ff1f1572ff481ba3ffa57cbaffb00392ff22b4d6ffef9e7cff38523aff11e334ffae95adffd93d94ffb23ce2fff2da03ffe35747ff2ab2dcffd50ba5ff46bbfcfff71afaff941a5eff1c6c3fffc685daffb8a343fffd82daff001e14bcff94385dff6b6b33ff804ab8ff17aa8dff434a2affe539a6ff93f047ffe79fd2ff1bd10fff2c0b04ffc55e5cff5dd4b5ff5e6641fff86b1bffb5876eff2650e9ff874071ff82ea63ff0dd017fff8f66fff092c29ffb8eb1fff0abc87ff8e13f5ff6f3071ffe793e2ff8f9bd1ff657a94ffa63dbcffb81100fffd5751ff179131ff09cccdff32fa20ffbc525cffc895b8ff844802ff175c09ff2aececfff00012ffdec149ffc6d655ff6719fbff80c871ff061e9fff8ec5a3ff3231cfff2ce464ffecefdafffc6984ffcad14fff5f5bc9ff427f32ffb08023ff828237ff15ba8fff39cab6ffb3bf6eff8b76beff00c0e208ff8da553ff314d0dff96003bff981fd6ff695f17ff551fa8ffad4495ffeccd5cfffa672fff8d83ecff66ee28ffba644eff469894ff343e56ff7cb3d2ff9d9063ffdf9ea7ff6ca7faff3b67c9ff065a8fffb14bffff7c03cfff3b6b54ff9053beff4348caff4daa58fff9a289ff71ab35ffef60e2ff60e011ffae7521ffa6ce51ff53437bff48cce5ff903c17ff66f654ff088509ff8cd98dff531fa6fffed681ff4e4fd1ff6f8fa3ffa147ddff1233a4ff4de232ff068ec4ffdbf4d0fff925daff19fea2ffa3550eff54c030ffa05227ff85c1f1ff72f0d6ffde37c6ff314f30ff8c903fffd4b362ff5b7f1eff000a3aceff24c8d2ffae02adffc25b5fffe42567ffc363b7ff6fd427ff8dff17ffd41a2cff4b68acff491369ff573034ffc824fdff8f4be3ff31b54cffeeaaa8ff16d4ccff2c27a7ffe2bf38ff66821bffb2cb88ffd90768ffe58b16ffe15c7bff7fa8f5ffd8a695ffacf4b5ff3daff5ffe7c83aff0cf5d3ffcb154eff845434ff9adaa5ffd3a1efff19198affab61b9ff1b22ebffad6b9aff35462dfff51a9eff81fae5ff58fabcffb33d42ff137212ff85f28cffd69803fffc2582ffd57579ffd090c6ff94e8eeffa0303effef7ce0ff249235ffa48d77ff9cab06ff49183bffc04216ffc55c2cffdf99e7ffc117aeff0030f699ff7b4308ff82e161fff8ba73ff65bd5aff990d2fffee0875ffce1ed6ffe14de7ff1eca29ffc15df4ff54ce71ff01cef2fff6c1a5ff685b38ffbb3bdbff164cb0ff5e280dff91caeaff6fde52ff444954ffd42ffbffdd46b3ffdcbfd3ff877335ff1446cbffc298f6fff85f9fff618a5bffbe7880ff91c8c5ff104c3bff903af2ff0d5b10ff5393c2ff2142dcffe56ac3ffc5fdc8fff494a1ffc694e4fffa48b1ff35dd62ffe95f86ff6a54c4ff7a10f7fffdbdfeff505d62ff636a85ff345b85fff0e70fff331818ff188bb7ff1a70c6ff3839f3ff68550dff50cc86ff00e3b7ffab09ceff422863ff5e4253ff007f07e4ffb9d206ffd804b8ffdbea8cff47ab96ff8c11d3ff4c4f35ff704721ff0d3227ff0c8a7bff49e9fbffbe7fffffe0a892ff23027dffc722e4ffbb48eaff5ee41bffaae50bff1eedcfff7a296effa2974cff0e36e0ffc9463aff9045f5ff635b4bff57544eff1b990fffb96c4cff71b88affad0fb9ff018377ff1dbd09ffaed451ff29637cffc3f93bff811f43ff2d37a8ff84c8e3ff61ade2ff414f9cff13e8adff03e6aeffef46acffd94f7dff6ac445ffa93858ff16bc13ff677514fff8d2caff81ce0cff9ff16fff5f5860ffd7081cffaa460cffaa55ebff5b7278ff53a232ff51b3e9fff52cdcffd123b8ff001c17dfff02ce59ffca3d03ff6e975eff67f3feff0dd45fffd8d082ffa050c8ffe3852dff7b0693ff7d2710ffc095f5ff443129ff1a96f7ffeba1bfff680183ff598938ff4071b7ffc2189bff70f4aaff75ef38ff7a220fff40c12aff91267affd2b902ff8bc5f1ff248db5ffddfe80ff48fd6bff766eebffd808fcffb48c16ff28e505ff274751ff2374e4ff9eb160ff04266afff64ab0ff92b93cff22ccbfffd919aeff005610ff5a4a94ff8f0838ffbd7a3eff2f1680ff4932e8ff470f15ff1ac754ff5fdb03ff21de74ff08c5cbff1cd9befff576c6ff684d0aff3d53d9ffcd229bffdfb342ff8ecfc1ff50a234ff00a863cafff0b2ebff6dbe94ff0e8078ffaf410dff07f9f9ffaf8b35ffef1288ffb09c91ff77e6d4ff442a46ff48851ffffc67b6ff8d70deffe0e0dcffaa6beaff3981f9ffed550cff3f64d8ff2b5811ff9140e9ffc63d3fff1cebbafffe40b3ff48ff97ff914ab5ffa746b3fffa0dadff0934a9ff1fab69ffaa00c3ff37c6e6ff1b76abff5caaefff7538a4ff7cb209ff61734bff084a30ff49a0c6ff265d6effc5bf9cff505c07ffcee597ffd55895ff74f788fffeb89cffca63f7ffef2d7bff0ca91bffb8eb1bff36e272ffd3cca9ffa7f83cff7d9600ff56d7b0ff4f78c4ff64e405ff544c2eff714434ffa8fb02ff00cad9e9ffa78765ff505b4fff9ac029ff5ae17bffe0aa12ff253214ff14310fff368666ff292b6effa78e65ffb8cb04fff82025ff9b4fbcff1f8cfeff46fb71ff39ee99ff5a2634ffe65805ff263d7dffee02edff679a12ffadd981ff40a5f5ff34c366ff29c4daffe8bda7ff6f72c1ff522fffffab9658ff85ef66ff563661ff94ee90ff1db793ffe86637ff1dbd93ff43fff4ff0c1ec5ffdff50dff59a2fbffe16f54ff6ac710ffff78f8ff255278ff6b76a3ff548e81ffa78ccaff24e88eff40ecebff320696ff91a4d8ff0a1a03ffffe7e1ff95ea57ffaa3aacffcf2793ff69f506ffff66c4ffae6330ffac7d60ff00502b70ff6b14a7fffeba99ff938b06fff22f61ffc2125eff60f7caff1305e0ff644793ff889958ff139d83ff6b9286ffc324caff5df4e4ff1b6830ff509735ff3ed369ff609d69ffe4bd97ffd41661ff131b8affc7b4e6ffae0f9bff17000bffcfc4f1ffa5185cff31c5dfffaac3caff55fa0bff3dfb90ffcc4f44ff42b045fff3d0cfffe96a62ff67a40fff3aa5d0ff7a7a32ff710ba2fff15529ff17175dff3bd386ff632722ff1ef4defff66ff4ff4b44f2ffc2a46effba77f5ffb14571ff671ae4ff1f996bffd1d60dff10fb28ff7def16ffec9ec4ff730ca5ff55c0bbff8ba0a1ffa5f2e0ffc63c22ff08f541ff00ff2e1dff33d6d3ffa7d7b8ff887fe9ff402b06ff2a8c1bffa3cc2dffb7dea8ffc6ba84fff601ecffd1cc36ff4d627cffd1a064ff916811ff3e010bff56b7dbff3c7a48ff7b9042ff2718faffd1362cff37fddfff0dd17cff91c2c9ffe05fd2ffc5f7f5ffb1661cffee0011ff7f35b9ff5d78fcff10f26bff7b9675ffc579e5ffeb3355ffeba0fcff158f74ff2fab55ff291275ff3216faffb0b247ff79582afffe90baff942451ffa852fdff1711eaff574b7dff87f257ffa4d1cdff391554ffb1e3bdff9e1a4fffb2cb4dfff69512ff481771ff9cdaf8ffe5bc09ff0f0d47ff9bbb5fff9662ffff9093a4ff6319c2ff00f5fb27ffe6ffe9ff8682fbffd657b2ffd3b06effed77b3ff25a654ff99a298ff3ca66bff0dcc40ff6e3f4cffa239afffb8cff4ff0e4bd3ff6512d1ff091357ff9bdd46ff25c449ff7eb836ff11a365ff9c69feffb72791ffcd68dbff9eecc5ffc362f3ffe04646ffd0b683ff739a08ff5ba340ffab9d8aff4d837dff85db68ff412e78ffb0cde6ff881b89ff797a63ffb277d3ff9520d8ffdd1a15ff1789f1ff90c2c9ff994845ff7aa941ff5c9cfdffa17770ff213107ffbd38c3ff68559dff51ed96ff01994fff85a996ff6ac035fffd1259fff0bc78ff67a713ff5ad883ffbbfccfff5c51a2ff9d91dfff0f1940ff0035f08fffa52d2bff40cc13ff07d033ff5dd2ddff8dd37eff8a903fff0c2860ff6bfd4fff811486ff38fbebff0df81effb24c01ff102c1afff41161ffa4ac25ff66ae19ff88b61cff4f21c3ffd5d5d9ff53c921ff84d2aeffd7ce9bffb21a4efffa3828ffae566efffe9cd0ff40b3e7ff42f6e1fff1668dff38749bff9a152dff8531baffef8937ff883ad8ff10504eff8b8f97ff610a97ff725ac1ffd84a58ffcd9dadffcd377cff04fbdcff7fcb25ff1702a6ffb1de60ff6e22c9ff2f198cff4aa110ffff0b51ff520b2eff87834bfff1c0bfff9dea0dffd281dbff8729c0ffdeef9eff465845ff00e303ffdbe15aff003a1debff78d925ff3e0d81fff16e00ffdd3181ff6a8424ff9b6693ff1cc1f8ff93a5d8ffe04cd5ff6153b6ff2b0359ff2d1be6ff4aa81fff76a87cffe60d51ff0404a7ffc12a3cff88e9a7ff3e88ceff877971fff03757ff8e392aff096ce5ffe7ae69ffab038bff7b1d5eff9371f7ffa16f7bffe5dadbffbdf0acfff55595ff7adbeeff3d83adffe796bfffdca60dff18588cff5434f8ffb4c9f2ff436521ff5269edffa9650fff460888ff4ab545fff5e458ff927cc5ff390debff1e6d7bff76b557ffb72062ff005001ffb23997ffea25e5ff0ab593ffa0ef4affa4ae89ff355fd9ff273b4dffb70f5effa66cfaff0091efa1ffa5596fff93ff36ff4357a2ff039793ff5a02c2ffa6ce7cffeb1251ffed6f8dff740731ff8b60b2ffc2bdc8ffe108b3fff3d9d9ffab3c43ffae4507ff2d5b92fff8cd7dffc302a7ff066b89ff6d131cffb8c2f6ffcbc0a6ff2a48a1ff4290b9ffbc5427ffd73e70ff2b722effdd4b69ffafbc5aff1dbdcbffa61a76ffdaf26cffaee1a7ffe17043ffbb32a7ff996dd5fffb32d0ffe5b711ffbe6f45ff0bb212ff7b6dadffb2db2fff0ac080ffa7fc47ff554717ffc5ceccff1a8843fff8d408ffa9ade7ff7e3f0fffc6b57affff18caff33157fff60f0e9ff5280cdff57d11aff4d06f2fff52960ffad73e2ff00887aa1ffddb56effbc8601ff04d6f7ff7d6385ff7480cdffe51880ffd78ebaffe5dcccff26bd3aff0e760bff81fd29ff0c9f90ff64aebfff2a5f1cff5a8ff2ff06ad34ffca279cff44b911ffbb5522ff53eea6ff7489efff7040c5ffa79157ff92179efff35f55ff2de614ffd9de4aff340772ff2fbdc9fffb47a8ff9aec7effc45ea3ff0e45e3ffa6794cffe1af75ff38dd48ffb18146ff900f83ffb263a3ff5ffb00ffa5e3c6fff2232cff9fcd19ff5da902ff40a6b0ffe4c181fff89792ffd42788ff2f5b30ffb2fa96ff03b366ff167892ffcedec3ffad824aff4d247eff96d3d3ffd10428ff9ba13effe98c5aff00154173ff304c6effd33e30ff75c5a0ff15910affb51dd6ff614055ff1cbb74ff6da2d2ff9d36f0ffdddfecff43aa26ff01974fff46e80fff2de71eff5409b4ff662f73fff2fd6affb17140ffc6f87bfff3939fff343f35ff989b05ffa15903ff1b9e03ffd1a15aff77c66dff939a27ff4d77feff8897ecffbe0c43ffe02567ff93de90ffe0f90aff8c39bbff30232aff9d94e6ffda77afff188484ff070e30ffe4c8aeff3383ceff91db6aff544372ff395ca2ff95399cff446b4eff808549ffc2808affdd9de9ff66ce17ffd52c7eff4ce29dff5e41f8ffbcfadfff2e6cb1ff8286f8ffb62d27ff1ed78aff4bec31ff00fba6b2ff985f7aff25752affa42b90ff77634cffc022daff14fd5effafdbedff1e17b6ff06a392ffaa0a25ff8d184eff7bb50fff104198ffeacec9fffc696cffe7f82eff8f5fb4ff567d88ff738269ff682e9eff005bf4ff279c0bffd5cd69ff500cafff6a34a8ff7d2f36ffed6099ff912d4eff0910d1ff46e3c4ffd0901bff9dd0f5ff60bdb0ff9c0a09ff2af7d4ff47e2e1ff12d6fcfff1f5c9ff1e97fafff26a75ff9e2ee0ff2e00f8ff3380f3ff0af667ffbaacbcffae73e1ff8219dbff9a861afffda565ffb1f2f1ff16f2c2ff6a2555ff14844bffb62c39ff35c27aff04262bffad29bcffd70a5fff06fb84ff00bec6d1ff5f4708ff7384c0ff087566ff606e5eff5cd6f0ff886869ff31e395ff20f6dbff1112a3ffdcc9bfffb0b41aff0a72ceffda307dfffdcdd8ff6d564fff1cde5effbc21f0ff73e69aff7f47a5ff5f0ccfff4cdcf0fff18b0cff55f111ff4f1043fff63662ff5fbd2bff26b06fff8602b6ff2773a7ff041ebcff1ca7ecff63b81effa79240fff11c52ff4e9a2aff15e93fff1dfd0cff727c6dff6e00b4ff4dcf81ff8a15a5ff27437fffe208f0ff7f32e1ff3acbebff11bd30ff8b38afff6d84d0ff6b47a9ffa32f29ff83ec04ff706690ffbb38f6ffbc7251ff94d3f6ffa9cb72ff0f5dbdff088130ff2a3450ff008fed8aff637b2dffb1f207ff9e8770ff2882c8ff223bcfff2736fdff448c8cffdcea6effd54745ffc99f6eff2601b3ff9de9c4ffd9208affa6e757ffde17aaff67def0ff16bbc9ffadcb37ff941bcbffd3e301ff0bfb94ff1f2df9ff807c82ff3306e6ff360f8eff0f3ac6ff03bf4dff6b02f7ff440537fffa5a6dff2db143ff5b78b6ff41ca10ff2364adff45dcd6ff8890efffc1713dff4f39a1ffa7f93bff6a834affa7647cff1bc41bff0fe9bbff7b700fff12e9f1ffee19a4ff1a80caffee88a8ff921a30ff501476ffa213b3ffb26610ffa63792ff24c2a0ff37a33cff2d334cff2ef4a1ff167a2cffd91c70ff00d0a44aff26392bff5cfbbdffe99e17ff3720dbfff9b44dffadaab0fff020b3ffd39495ff8a2649ff45af75ffa97761ff6b355aff938e8ffffc8d2fffe2e672fff4864dff8087a3ffd6ca9dff6779d0ff5c1cddff23cb21ff52fcd6ff9e4175ff2474adffd9a7bbff1e25c0ffd71eb8ff54f914ffca2788ff213468ffc9648eff37d7abffb695a1ff844c03ff9939a5ffc8461cff569dd0ff424731ff5177f5ffd47c22ff5630d6ff5e8addffa3703cff3d426fff6ded89ffc408b8ff6fd476ffcb11f2ff11b1d8ff7b3544ff54b044ff980fafffdc9a6affaa25e1ff542adaffe15a10ff879768ff962147ff4387e4ff00857722ff52af98ff767e91ff94790bff1d7ff7ff0e75bcff4018b1ff770f84ffb30c1fffca1d75ff78571cff9f0117ffb646d3ffbfc1a7ff7f86b7ff3020d0ff0f04faff08bcf4fffc961eff4166c9ff614976ff122e00ffbfe61dffbfaa31ff53de37ff1c411bfffead57ffc10d62ff371b15ffe4c097ff1674deffb16e99ff1486faff4f26a7ffb9a746ff8b199effd0b9d8ffa64f8aff29146aff1b8d7efffece7bffb76e73ffdeecf9fff7f81dff9e3b2afff1e45cffc89683ffa0e23affc5d5aeff4827c2ff03738aff030f3dfff87232ff87cff8ffad59e0ff5690daffc55a12ff4a8780ff3c6353fff3a464ff007882caff60ad75ff686db0ffbe6456ff06b945ffcf6feeff28cbedfff1be15ff29f397ff5e10c1ff094a41ff8289c9ffa17f5bffcc46c6fff51b7dff6862deff99b1a1ff25d58cffaf7082ffffc919ff376715ff13bee5ffb25a0eff28f220ff6c762bff7494b0ff6b0a80ffb1024dff323699ffe99243ff67824bffa3a22cff2bfb42fff4809affc57e76ffea7387ff5e3659ffdc7133ff060c7cff6db3ddff7a905bff620d2eff052560ff7e31c4ffdf292aff09d427ffb442c9ff495e6aff51e966ff728adcffeeb378ffa10a4fff1c70d0ff18d397ff764270ff5630f0ff101f53ff61a0e5ffeb54a3fff0d4e1ff005afbe1ffe52059ffabef78ffd2ad94ffd70133ffd2cea5ff6cd2b1ff306d8cffb1abc8ff86d1ffff0115e9ff43e635ff9fa4a4ffdb0513ff174f3dffbfa801ff6812c4ffdea6a7ffb90d01ff8681b3ff8193caff0ab7edff4efca0ffc53312ff80d916ff4d369bfffe5529ffbb4b13ffb59165ff85d5a0ffc28261ff3780b2ff20ddb3ffe68e14ff1fa0ffffa6f571ff9878dfff8343a0ff5f6d80ff415e2dffd7585dffe43e8effb0b0aaffb0b8bdffc162faff6f4338ff8c3da7ff383d99ff11806aff029588ff591c61ff4bb069ff513735ff0207c1ff0e677efffd2044ffba893dffce10b9ff5c051dffd1e207ff00b3dd46ff754fa3ff3b3fceff380116ff2871e4fff4b1bcffbe7ecefff9daf0ffd4c68dff1aca4affcc7088ff3879c2ff79ad20ff1aea29ff64e2b6ffaa5240ffc2c55dff55783affb8cd5dff5657eaff5a30baffef4d86ff60a518ffcf7a5fff1dc83dffa1fc8cffeb69f3fffb77aeff370757ff9b2730ffe2992fff2f5b28ffc2af83ff25b895ff49f6f8ff21f8b6ff42f904ff6483ecff43aaf2fff544b9fffec509ff60b1ecff514523ff6744f6ff211a26ff350589ff61b091ffdc0e11ff2bf3d1ff10d122ffa7f1abffd105a3ff041b5bff5d292fffe27756ff0349dcffcca49eff48aa2eff983c22ff350e57ff003a467bfff45e6bfff20b79ff577106ff5079b4ff978083ff1acf61ff30660cfff34b9dff1aa5c4ffa0bb75ff7ffb9affc1290cff60d13aff706ce5ffff6461ff504387ff8ff9f5ff1df33bffebd842ffff97b8ff3d9450ff7e5a99ff8bd75efff91833ff87cf47ffec6abbff932786fff528aaff55245bff7d42ceff081ad2ffe95280ffeed53bff6919d4ff2182ffffc0005affa6981bff6d2b27ff5d78e5ffd49809ff436774ffebca4dffb8e90affad3c02ff6150a0ff0df933ffb56a45ff471c35fff3ae88ff1f1082ffbbe3e5ffed14fdffb32a54ff0b60a6ffed0ec3ff67fd73ff146fcdff84b3b5ff75c94bffdce565c0f96c2a500000000049454e44ae426082');
INSERT INTO public.audit VALUES ('berkane', 'bca1494d-cb2e-4839-ba93-bb0f6e3fb1a0', '2026-11-30 13:52:33.621+00', NULL, 'files_added', '2026-V3C6VQ', '1');
INSERT INTO public.audit VALUES ('berkane', '2aad51c5-9eef-48d3-9bda-f26f38f0f0dd', '2026-11-30 13:52:33.629+00', 'staff', 'published', '2026-RMA1NR', NULL);
INSERT INTO public.audit VALUES ('berkane', '1634d07d-3f11-465c-ace4-c5b519f47c69', '2026-11-30 13:52:33.638+00', 'staff', 'published', '2026-RS8EA2', NULL);
INSERT INTO public.audit VALUES ('berkane', 'f0be390e-fdc2-421e-baf4-cd233b253f53', '2026-11-30 13:52:33.648+00', 'staff', 'published', '2026-3HR0AT', NULL);
INSERT INTO public.audit VALUES ('berkane', '03eba403-ce15-468a-bd04-551b47170524', '2026-11-30 13:52:33.656+00', 'staff', 'published', '2026-KQBWT8', NULL);
INSERT INTO public.audit VALUES ('berkane', 'bbaa0283-4402-4054-ac0c-d7abcdb9b7d6', '2026-11-30 13:52:33.663+00', 'staff', 'published', '2026-NHBGNJ', NULL);
INSERT INTO public.audit VALUES ('berkane', 'bfe30f60-39b8-4cc7-a4e7-aab3747a5f57', '2026-11-30 13:52:33.67+00', 'staff', 'published', '2026-52VNCR', NULL);
INSERT INTO public.audit VALUES ('berkane', 'c7f382ed-8f56-449b-969f-515299a7e639', '2026-11-30 13:52:33.68+00', 'staff', 'published', '2026-V3C6VQ', NULL);
INSERT INTO public.audit VALUES ('berkane', 'd9f509be-99b5-4a66-b593-6a7a1943d9b7', '2026-11-30 13:52:34.365+00', 'command line', 'answered', '2026-RMA1NR', 'accepted');
INSERT INTO public.consultation VALUES ('berkane', 'general', '{"ar": "مستقبل رقمي للجميع", "fr": "Un avenir numérique pour tous"}', NULL, '2020-01-01 00:00:00+00', NULL, '02.113', 2024, '[{"id": "access", "title": {"ar": "تعميم الولوج والاستخدامات الرقمية", "fr": "Accès et usages numériques"}, "examples": [], "description": null}, {"id": "services", "title": {"ar": "تطوير عرض الخدمات الرقمية", "fr": "Services numériques"}, "examples": [], "description": null}]', '{"body": {"max": 5000, "min": 15}, "title": {"max": 150, "min": 8}, "attachments": {"bytes": 2000000, "count": 2}, "territoryLevel": null}', '[]');
INSERT INTO public.idempotency_key VALUES ('berkane', 'dVQvKkp9D-cqM9azoB80-uUa2471JFVBmJtOJvVKPpY', 'createProposal', 'waH0EXsThFmImrWMwxE_h8TNr5klUm3PUa6eOOeUogo', '{"reference": "2026-RMA1NR"}', '2026-11-30 13:52:33.108+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'm6QOEFfGp7FcoRe97GXerCOkjDnZYFThBIfJzVT-6EA', 'createProposal', 'PrmEezJa-u6BMO6FMZ_IwX6Oy-AQS1n0xaIQITCSYK4', '{"reference": "2026-RS8EA2"}', '2026-11-30 13:52:33.158+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'hMq2dotqoV_WifMdFIvKLtGNDWiql-Bjf7c71E37w4g', 'createProposal', 'zSFp9dcO6DKapn_sVd4K_ahQfeA1Gcbxj0d4OElI9bc', '{"reference": "2026-3HR0AT"}', '2026-11-30 13:52:33.177+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'sfoTbraalRuQviCaGWbwdUHE2TCbVoWncjUzhJEAzzU', 'createProposal', 'qJBnpY6hDkXTdx3UjhQKrekGD7IbIE8SVkXQKkGHNe4', '{"reference": "2026-KQBWT8"}', '2026-11-30 13:52:33.203+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'QamMGKEM4BDUfYIWeMuF11OlXdgAwwUnsYPeULb_YQw', 'createProposal', 'X0gRPzFnFUclSIJd4pMMWOKdFGndxZ4KhWZAer8qs9s', '{"reference": "2026-NHBGNJ"}', '2026-11-30 13:52:33.227+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'XliswEk5ajtcozQOfUQXGr1CFWg7j7Uk0j8oXt5r2tI', 'createProposal', 'Rew9awIBgN5ss2ooqXf5qLPEyOId94y2Vq1ZNbz2ktE', '{"reference": "2026-52VNCR"}', '2026-11-30 13:52:33.249+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'd8lcUgCGjfPywtAT7JAL0KJ15BtOoTBOLh0Gf49uTi4', 'createProposal', 'DtWyP4LzHO1gHVr9CL74aVg_S7qG96eF50tuTkwuOw8', '{"reference": "2026-QK40N1"}', '2026-11-30 13:52:33.301+00');
INSERT INTO public.idempotency_key VALUES ('berkane', '7KWXjpvS98pwxH5A9o4Y0MhSqpJzoi71OKe8RKJMPKY', 'createProposal', 'cSjKb3vpVmmjEJe9-q4x8izffiWTePl_X_XKeI1KuMM', '{"reference": "2026-HHK9ZT"}', '2026-11-30 13:52:33.32+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'IPg72vByEqdPSAW9aXWqqhgk6PTMEE-yoTIg4O067y0', 'createProposal', 'F-W9z1b5GuuHAzTfbo_HPBo8wpS2Y475vq2ots_u8SE', '{"reference": "2026-4WHCXE"}', '2026-11-30 13:52:33.353+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'y9yOd0lGIQstsu1JozkNbRp_bCl9FSCTBI65DThg97I', 'createProposal', '2xt2AnM9rg6kkT8EV8UDngvzTrWHstPnNlh2BuBFf6E', '{"reference": "2026-XTR7VT"}', '2026-11-30 13:52:33.402+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'RPyhGMEAqw95CeDfl7iw_G-tgmeZUBxaZ_wEScfXrLg', 'createProposal', 'wZ1mHJagCBHjpu9ETGrYYwhoJEL3p9-NT__VfktKIA8', '{"reference": "2026-C50MMW"}', '2026-11-30 13:52:33.416+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'Xs92CbNjch8-X-rDxdQ-NDL3aVjGIB7aqvx0wvNcf_I', 'createProposal', 'o4abA8ftzb8PT-2EXs26vctRd9gsqpTOEkRtaO9PkGg', '{"reference": "2026-PPBMSM"}', '2026-11-30 13:52:33.439+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'XjFWFXVnaawTQl6GU3IU1zhD43jjpUMLJAx0qUlezv0', 'createAttachment', 'QJSYXC1dCYwBmDDWjV8x5Hk8WERUQzySVBLiQ8cIn8s', '{"attachment": "e081e1762a5467d9765fcd90"}', '2026-11-30 13:52:33.45+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'U5p7B69xDZVgIuAramF3cWRi2IERrBvp43YwkoLfocA', 'createProposal', 'dRIl4KCOtd76GGrAWye3nP8QZ9-5ffXH8F8GiaqL6aE', '{"reference": "2026-V3C6VQ"}', '2026-11-30 13:52:33.616+00');
INSERT INTO public.idempotency_key VALUES ('berkane', '0WUrjwXJC1lcehF_-OBJlnKq_KJFiYbq0pD33n8GSw0', 'createRegistration', '-PyVXqfC91kRO14OjASGSYEOoOoqyitdjLBMLG64pww', '{"registration": {"id": "03f5ffd4-6a80-46c9-b507-c83c22b8e6ec", "places": 1, "status": "confirmed", "movedAt": null, "session": "two-seats", "doorCode": "92QA-1SY0", "position": null, "createdAt": "2026-11-30T13:52:34.427Z", "promotedAt": null}}', '2026-11-30 13:52:34.425+00');
INSERT INTO public.idempotency_key VALUES ('berkane', 'qbpeV643mkmsPGnJ1GKZuir4qzMmG_I8mIgNHi9OOEI', 'createRegistration', 'kp1det_ogmvz57ishx5zXsbb0wXA1vxhgxTYbxbpwKc', '{"registration": {"id": "02b59bd1-f53a-4cdc-b547-fecd86997caa", "places": 1, "status": "confirmed", "movedAt": null, "session": "two-seats", "doorCode": "ER73-4PS7", "position": null, "createdAt": "2026-11-30T13:52:34.446Z", "promotedAt": null}}', '2026-11-30 13:52:34.445+00');
INSERT INTO public.idempotency_key VALUES ('berkane', '8tv-bG-TgSeR8M2R2r1FA74eCTjMuWBbX7lb49zwKZ4', 'createRegistration', '-E0bsPLjacKkJUnROS-A33SeU0E0wY4dn48WNuzRe10', '{"registration": {"id": "c29e0812-9e3b-4d7e-b56e-525714fce2a3", "places": 1, "status": "waitlisted", "movedAt": null, "session": "two-seats", "doorCode": "2JW2-MXX0", "position": 1, "createdAt": "2026-11-30T13:52:34.466Z", "promotedAt": null}}', '2026-11-30 13:52:34.463+00');
INSERT INTO public.migration VALUES ('0001-participation', '2026-11-30 13:52:32.228+00');
INSERT INTO public.migration VALUES ('0002-registration-questions', '2026-11-30 13:52:32.23+00');
INSERT INTO public.migration VALUES ('0003-agenda', '2026-11-30 13:52:32.241+00');
INSERT INTO public.migration VALUES ('0004-attendance-and-messages', '2026-11-30 13:52:32.247+00');
INSERT INTO public.migration VALUES ('0005-published-proposals', '2026-11-30 13:52:32.256+00');
INSERT INTO public.migration VALUES ('0006-moderation', '2026-11-30 13:52:32.275+00');
INSERT INTO public.migration VALUES ('0007-paper', '2026-11-30 13:52:32.277+00');
INSERT INTO public.migration VALUES ('0008-receipt-keys', '2026-11-30 13:52:32.284+00');
INSERT INTO public.migration VALUES ('0009-consultation-questions', '2026-11-30 13:52:32.285+00');
INSERT INTO public.migration VALUES ('0010-attachments', '2026-11-30 13:52:32.3+00');
INSERT INTO public.migration VALUES ('0011-axis-examples', '2026-11-30 13:52:32.301+00');
INSERT INTO public.migration VALUES ('0012-proposal-sessions', '2026-11-30 13:52:32.304+00');
INSERT INTO public.migration VALUES ('0013-answer-files', '2026-11-30 13:52:32.304+00');
INSERT INTO public.migration VALUES ('0014-author-phone-and-written-languages', '2026-11-30 13:52:32.305+00');
INSERT INTO public.outbox VALUES ('berkane', '0df18f34-9300-40b3-9842-dcd319eeef77', NULL, NULL, 'proposal_published', 'pending', '{"kind": "proposal_published"}', 0, '2026-11-30 13:52:33.63+00', '2026-11-30 13:52:33.63+00', NULL, NULL, '2026-RMA1NR');
INSERT INTO public.outbox VALUES ('berkane', '6e19ea38-2754-4416-b26a-9a2182b05cfc', NULL, NULL, 'proposal_published', 'pending', '{"kind": "proposal_published"}', 0, '2026-11-30 13:52:33.639+00', '2026-11-30 13:52:33.639+00', NULL, NULL, '2026-RS8EA2');
INSERT INTO public.outbox VALUES ('berkane', '125ed1c3-620d-4610-8e81-5b90558cb9e6', NULL, NULL, 'proposal_published', 'pending', '{"kind": "proposal_published"}', 0, '2026-11-30 13:52:33.648+00', '2026-11-30 13:52:33.648+00', NULL, NULL, '2026-3HR0AT');
INSERT INTO public.outbox VALUES ('berkane', 'c1a717bd-219a-4e35-99b3-52a2bf3fb77f', NULL, NULL, 'proposal_published', 'pending', '{"kind": "proposal_published"}', 0, '2026-11-30 13:52:33.656+00', '2026-11-30 13:52:33.656+00', NULL, NULL, '2026-KQBWT8');
INSERT INTO public.outbox VALUES ('berkane', 'f990b4a4-e678-497d-bf81-265cd62c80cf', NULL, NULL, 'proposal_published', 'pending', '{"kind": "proposal_published"}', 0, '2026-11-30 13:52:33.664+00', '2026-11-30 13:52:33.664+00', NULL, NULL, '2026-NHBGNJ');
INSERT INTO public.outbox VALUES ('berkane', 'f860e2b3-e095-49c4-a234-57c3a56dbf3c', NULL, NULL, 'proposal_published', 'pending', '{"kind": "proposal_published"}', 0, '2026-11-30 13:52:33.671+00', '2026-11-30 13:52:33.671+00', NULL, NULL, '2026-52VNCR');
INSERT INTO public.outbox VALUES ('berkane', 'b58cb41d-4ebe-46a8-a76c-65b458dd7846', NULL, NULL, 'proposal_answered', 'pending', '{"kind": "proposal_answered", "answer": {"fr": "Les travaux commencent en mars."}, "status": "accepted"}', 0, '2026-11-30 13:52:34.368+00', '2026-11-30 13:52:34.368+00', NULL, NULL, '2026-RMA1NR');
INSERT INTO public.outbox VALUES ('berkane', '54ad9501-4ac3-47ae-813b-4daf23666056', 'two-seats', '03f5ffd4-6a80-46c9-b507-c83c22b8e6ec', 'confirmed', 'pending', '{"note": null, "title": {"ar": "لقاء تشاوري", "fr": "Rencontre"}, "venue": null, "address": null, "endDate": "2031-06-10", "onlineUrl": null, "startDate": "2031-06-10", "startTime": null}', 0, '2026-11-30 13:52:34.433+00', '2026-11-30 13:52:34.433+00', NULL, NULL, NULL);
INSERT INTO public.outbox VALUES ('berkane', '3c76b0b1-9dd5-43a1-9aec-b2a94a56fda7', 'two-seats', '02b59bd1-f53a-4cdc-b547-fecd86997caa', 'confirmed', 'pending', '{"note": null, "title": {"ar": "لقاء تشاوري", "fr": "Rencontre"}, "venue": null, "address": null, "endDate": "2031-06-10", "onlineUrl": null, "startDate": "2031-06-10", "startTime": null}', 0, '2026-11-30 13:52:34.45+00', '2026-11-30 13:52:34.45+00', NULL, NULL, NULL);
INSERT INTO public.outbox VALUES ('berkane', 'e003f759-6b25-4b4e-b9b3-580b3e586628', 'two-seats', 'c29e0812-9e3b-4d7e-b56e-525714fce2a3', 'waitlisted', 'pending', '{"note": null, "title": {"ar": "لقاء تشاوري", "fr": "Rencontre"}, "venue": null, "address": null, "endDate": "2031-06-10", "onlineUrl": null, "startDate": "2031-06-10", "startTime": null}', 0, '2026-11-30 13:52:34.467+00', '2026-11-30 13:52:34.467+00', NULL, NULL, NULL);
INSERT INTO public.privacy_notice VALUES ('berkane', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', '{"cndp": {"date": "2026-01-15", "kind": "declaration", "number": "D-123/2026"}, "contact": {"email": "donnees@berkane.example", "phone": null, "address": null}, "purpose": {"ar": "تلقي المقترحات وتنظيم اللقاءات", "fr": "Recueillir les propositions et organiser les rencontres"}, "transfer": null, "controller": {"ar": "عمالة إقليم بركان", "fr": "Province de Berkane"}, "recipients": {"ar": "مصالح الإقليم", "fr": "Les services de la province"}, "retentionMonths": 12}', '2026-11-30 13:52:32.319+00');
INSERT INTO public.proposal VALUES ('berkane', '2026-QK40N1', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 7 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 7, « avec des accents ».', 'ar', 'c71fd86b8942637ea7162a6dfcc7e3b3a437d66b6d0f5f286f6e5baa2d8f59b6', 'ليلى 7', false, 'leila7@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'pending', NULL, NULL, NULL, '2026-11-30 13:52:33.302+00', NULL, 'FWv2sohue_Q1OfAslCUOSPIEonN1Wo0o1tLaP39lMDo', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''7'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'L2Ail7OwGCkpl_V69EbomkfCnhFXoqYhtDphUtXL96lEXsCaGxbWJvoK-MGUALlvLr0kSawyfwRXhrygKQKSBQ', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-HHK9ZT', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 8 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 8, « avec des accents ».', 'ar', '24cfd309da00fe71666533b5c9e2d8d8e1180389c6f9d8069cc8ae96240c71d1', 'ليلى 8', false, 'leila8@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'pending', NULL, NULL, NULL, '2026-11-30 13:52:33.321+00', NULL, 'ZJwybWA1VqdvqlI9UOot3EinEBMYo0nEWbP6PdbZ4sM', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''8'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', '8hBicEGURqelibSDOU0iOaEg_AebhfWiBxrCSCQL_4yCHNkWNgLDagv6mzQXPDWr2y15ntQ1mnxYCc7OsFSICw', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-4WHCXE', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 9 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 9, « avec des accents ».', 'ar', '71c8eeebffe6f3c06058061fb7f3c26103d8aa48442a8d0d85d1b54adc3b9baf', 'ليلى 9', false, 'leila9@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'pending', NULL, NULL, NULL, '2026-11-30 13:52:33.354+00', NULL, 'gRWfWEYCwLOnbHJgvqeLFcXcjYwpEPZsKzvPpLdqv-Q', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''9'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'TwyTBLyU7QsjWn19jbgaYUa6WRQCOsEWG9QfXuGIYBxml7gzrhVgSq8hDbXNX7m08F0SNd-gxuOfztJS3EF9Dw', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-RS8EA2', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 2 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 2, « avec des accents ».', 'ar', 'd88bca245841245a66f6a1433f2626c2f74123a4fa3c6090189969c55ea47e4a', 'ليلى 2', false, 'leila2@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.159+00', '2026-11-30 13:52:33.638+00', 'AM53opH5TPgKei58kEur9kk3oS-2_tIVa2wM0dvVdBI', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''2'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'SItVEZs4UixwNctZenGImeZwNxFbHkTClGeMgWQmGD3z1n1sVOo3D9AYlRoBUmRWJXEiNiC33O1hZV0U2s3tCg', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-3HR0AT', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 3 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 3, « avec des accents ».', 'ar', 'd55e848badbab7a243b0d3dc8b8db3ca8572377d3f6d12067832647fef9b9754', 'ليلى 3', false, 'leila3@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.178+00', '2026-11-30 13:52:33.648+00', 'tSQDY8AVxb_jTc8uezXgOkUqwE6MerENNFmvVCeF834', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''3'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', '-4PcCcYLfqkwChXuyZkIPmNb52-3ubf6TZJ_LSYNPCRvv2iT9-vceCAU9q0b45kLH0bi7ZlWAtf_MKtzUSCaDw', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-KQBWT8', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 4 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 4, « avec des accents ».', 'ar', '40a294d37fcd16a6d2c639d07f8d2389cb1b7c361550e24bee852648ccd4385e', 'ليلى 4', false, 'leila4@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.204+00', '2026-11-30 13:52:33.656+00', 'WGLTdUx-CMufDBimH2zByVJWDBMYKnN1m8OuKLsLPwg', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''4'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', '5i-biSkCVnGGpuUoLeapWDnqIUoTk9WGYrU8Z9xKX8VEop3csqTCJLoCj7CZsAJkgrlNw5uLHUhcVgmaS20MBw', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-NHBGNJ', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 5 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 5, « avec des accents ».', 'ar', '57bd68b1280168ca9f68ab8868fbb5dc95bd82af786c92d9e468af2c5afb8173', 'ليلى 5', false, 'leila5@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.229+00', '2026-11-30 13:52:33.663+00', 'Q-KkNKkeZEWaqbZn7MM1XSvrrdfmhYx59q0BI05ypII', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''5'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'zvNsIhKdqgw77wlzlCelQ4GhPuZ6syDRYnoqeO-JpObkt7Wzr6edvWMVn-zGeHq_HtyoxwkA1TcyzwlMNhu_CQ', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-52VNCR', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 6 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 6, « avec des accents ».', 'ar', '678e1704372926ea2fe1eeaf9879d5b06b671313a095fb14718705b1c05e2587', 'ليلى 6', false, 'leila6@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.25+00', '2026-11-30 13:52:33.67+00', 'R1rLS113rLNTGv28QZu0hQFlQ9cVFPskIhOQIbwok-A', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''6'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'rFYbNo3lIssoKFxHbwUxqiRs29xN-1jz8eo095vzuiFRBYmqb1q_OnqopbN59rA3sx6jrwWn6bGJwg6diMBRCQ', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-XTR7VT', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 10 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 10, « avec des accents ».', 'ar', 'cd3515d2388727ff86be815da03ba6fd3a1e25e8867f21ea583d2915e974b564', 'ليلى 10', false, 'leila10@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'pending', NULL, NULL, NULL, '2026-11-30 13:52:33.403+00', NULL, '8XxcWV0i5p_xYy9A4WQr8hx0j13WEbRLHpkDirUYGyA', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''10'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'a4c-_QGkW1b-sq6vWh6KU7VhU2AERfYRNLXAR2k9fgdbeQX4FF2RrfDOsHvtXbyp66dN459stGdiDxYYwCsDCw', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-C50MMW', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 11 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 11, « avec des accents ».', 'ar', 'c1a82f6044e6e54874923b799d792ad72d69bdc2a45aea35a09f667ed15d6a54', 'ليلى 11', false, 'leila11@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'pending', NULL, NULL, NULL, '2026-11-30 13:52:33.419+00', NULL, 'JP0VpvpHrbJV_zHG5xPJlm-qU94SltqtiUisLAD-XFc', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''11'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'i6bOh2rCjyVeEXRR-0xZ0eACoQXOmdzpRxFNZv3NGbelufZAKpvylMr4uYszHAfVbqbSnaigA2wdg0dUHtHVAg', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-PPBMSM', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 12 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 12, « avec des accents ».', 'ar', '78673b546cb13639410e4d303760244104ef76411dee957f60fa61ee95e4457d', 'ليلى 12', false, 'leila12@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'pending', NULL, NULL, NULL, '2026-11-30 13:52:33.44+00', NULL, 'dSzDDqMu64sB5CKsOYclGdD9YDHqtqb-Fld0lqihAFw', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''12'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, NULL, NULL, NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{}', NULL, NULL, 'k-f56379b3958c', 'HjZpGAqVaVyAUI1CfH3dXv6WkL6LFVKGbEZl54khWa4yDkr6BHpcbfFbD8vv3K_136QnZ9FlVcNzS_v32q32BA', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.proposal VALUES ('berkane', '2026-V3C6VQ', 'general', 'access', NULL, NULL, NULL, 'مقترح مع صورة', 'نقترح تعميم الأنترنت بالدواوير البعيدة.', 'ar', '1b6cee97723aeb88e9c0304d5d4731a6727d86864728f745494321d3739a6130', NULL, false, NULL, 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'not_answered', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.618+00', '2026-11-30 13:52:33.68+00', '0TFar3BHSDC59SJ_u4R4VWW851dwROoNTDATMi4AxkM', '''#صور'' ''#مقترح'' ''انترنت'' ''بعيده'' ''تعميم'' ''دواوير'' ''صوره'' ''مع'' ''مقترح'' ''نقترح''', 0, NULL, NULL, NULL, '2026-V3C6VQ', '2026-11-30 13:52:33.618+00', '{0.540qui,1.qtpmuh,2.18fsg6l,3.7q00t8,4.1fy14vs,5.v8bw1w,6.1gdp9ll,7.1pwse7y,8.1f0t6js,9.k7l8e8,10.1fixu4q,11.9jirgq}', NULL, NULL, 'k-f56379b3958c', 'C8GZWtWwjoYCkXIE99PPGt2HbMIh7nawmT1sBpJuJMSopRmFEppMeAVI0MCU5kaQ_kwQtP4SRDP4SXEWyUSzCw', NULL, NULL, NULL, 'ar', 'ar');
INSERT INTO public.proposal VALUES ('berkane', '2026-RMA1NR', 'general', 'access', NULL, NULL, NULL, 'تغطية الدوار رقم 1 بالأنترنت', 'نقترح تعميم الأنترنت. Proposition numéro 1, « avec des accents ».', 'ar', '2d49dde121d8b6a9afa86c283b5602f12aa51867f8e1b5023971c042348a45a8', 'ليلى 1', false, 'leila1@example.org', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'web', 'accepted', 'published', NULL, NULL, 'staff', '2026-11-30 13:52:33.111+00', '2026-11-30 13:52:33.629+00', 'FCSht2lz2d6jrZWzITO83wC6TAfdGDSjFYyW9VzZzdE', '''#انترنت'' ''#تغط'' ''#دوار'' ''#رقم'' ''1'' ''accents'' ''avec'' ''des'' ''numero'' ''proposition'' ''انترنت'' ''تعميم'' ''تغطيه'' ''دوار'' ''رقم'' ''نقترح''', 0, '2026-11-30 13:52:34.369+00', '{"fr": "Les travaux commencent en mars."}', NULL, '2026-RMA1NR', '2026-11-30 13:52:33.111+00', '{0.s9pgzs,1.fqkgo2,2.1izi94k,3.1e3db3t,4.jodubn,5.15hdvov,6.8z8why,7.16v1pbn,8.1h4ra5r,9.5krugu,10.6er89g,11.15mupj6}', NULL, NULL, 'k-f56379b3958c', '6BdMbcpktEMjXCSF7z-Iad6AcReMIesBvLHYSkF9U2r8-TkUFdB2b6k0I_T_3mZ0DkdZdZBas9645N3ljVXKAA', NULL, NULL, NULL, 'ar', 'fr');
INSERT INTO public.receipt_key VALUES ('berkane', 'k-f56379b3958c', 'FuXMD9U6I89f8xlZ8N7S1WK_YgKO_Roj1glyZOLK-Fg', 'Tze0NCdX2PAKEsZcGKuu5MB6VwcMDkXSELc1v9x6gugqO6-QGNcLK5YcDnicEu0-c4_YcquNkhibhOpW0rvbJvAy0-Ze0m_hADV5Gg', '2026-11-30 13:52:33.119+00', NULL);
INSERT INTO public.registration VALUES ('berkane', '03f5ffd4-6a80-46c9-b507-c83c22b8e6ec', 'two-seats', 'confirmed', 1, '92QA-1SY0', 'فاطمة أ', 'f1@example.org', NULL, 'ar', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'SC6pBTFKsBJFpkXzSRNWCvpBadfdufHzDYPuWOcEP64', '2026-11-30 13:52:34.427+00', NULL, NULL, 1, '{}', '{}', NULL, NULL, NULL);
INSERT INTO public.registration VALUES ('berkane', '02b59bd1-f53a-4cdc-b547-fecd86997caa', 'two-seats', 'confirmed', 2, 'ER73-4PS7', 'فاطمة ب', 'f2@example.org', NULL, 'ar', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'W5WSakbtHmXQ69I-b4uGO6OXvxtznjWxzf3xcISKiAk', '2026-11-30 13:52:34.446+00', NULL, NULL, 1, '{}', '{}', NULL, NULL, NULL);
INSERT INTO public.registration VALUES ('berkane', 'c29e0812-9e3b-4d7e-b56e-525714fce2a3', 'two-seats', 'waitlisted', 3, '2JW2-MXX0', 'فاطمة ت', 'f3@example.org', NULL, 'ar', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', 'foQBy-eO_ZYNa-AUHOZIDV1kiAidhzEDCtOSs85nsLg', '2026-11-30 13:52:34.466+00', NULL, NULL, 1, '{}', '{}', NULL, NULL, NULL);
INSERT INTO public.server_setting VALUES ('secret fingerprint', 'ZPFAZKPDb5ZvEzqIIpSdZbd0H-FUagwRSnDzGjBhBSw');
INSERT INTO public.session VALUES ('berkane', 'hall', 'meeting', 'in_person', 'scheduled', '2031-06-10', '2031-06-10', NULL, NULL, 'Africa/Casablanca', '2031-06-09 23:00:00+00', '02.113', 2024, '02.113', '{"url": null, "room": null, "title": {"ar": "لقاء تشاوري", "fr": "Rencontre"}, "venue": null, "agenda": [], "series": null, "languages": ["ar", "fr"], "onlineUrl": null, "organisers": [], "statusNote": null, "description": null, "accessibility": [], "closingReport": null, "linkedProposals": []}', false, 0, true, NULL, NULL, 20, 0, 0, 0, 1, '[]', NULL, NULL, '{}', '''rencontre'' ''تشاوري'' ''لقا''', '2026-11-30 13:52:32.335+00');
INSERT INTO public.session VALUES ('berkane', 'two-seats', 'meeting', 'in_person', 'scheduled', '2031-06-10', '2031-06-10', NULL, NULL, 'Africa/Casablanca', '2031-06-09 23:00:00+00', '02.113', 2024, '02.113', '{"url": null, "room": null, "title": {"ar": "لقاء تشاوري", "fr": "Rencontre"}, "venue": null, "agenda": [], "series": null, "languages": ["ar", "fr"], "onlineUrl": null, "organisers": [], "statusNote": null, "description": null, "accessibility": [], "closingReport": null, "linkedProposals": []}', false, 0, true, NULL, NULL, 2, 2, 1, 3, 1, '[]', NULL, NULL, '{}', '''rencontre'' ''تشاوري'' ''لقا''', '2026-11-30 13:52:32.335+00');
INSERT INTO public.site VALUES ('berkane', '{"ar": "إقليم بركان", "fr": "Province de Berkane"}', '02.113', 2024, '{ar,fr}', '{https://berkane.example}', 'fa7b5a6160025b3f7594d0521b6ce644708bdce7d99deb9a8990f8a5d92724a7', false, '[]');
INSERT INTO public.staff_token VALUES ('berkane', 'tjzSaiSgYOlxPiwJ-xddPbHotcJHjmgYZDXhZzbtrmc', 'staff', '2026-11-30 13:52:32.338+00');
INSERT INTO public.used_proof VALUES ('berkane', '321d5205a91ca453e8b505ee05d0d507', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '6fa60217e01b3036ea0227b76f08a22e', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', 'ec2bb038083e5f501591aa09aabe6ecb', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', 'c151a677d9a7212a0aecd0731480a704', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '7ea62433828ed8875e36fd7f4c894e2b', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '22cfa83bfb3f29305c4b1f3e59d320b4', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', 'd797a5884ecd552ff83eb092a05a20dd', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '60f24dbc07a6cfa42cf2027d66a3891b', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '61957f298f996f6a1911cda1484b8ecc', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '528b56d761f0928e224363faad68b86c', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '4527b225a6cc44e0b8828a33b2441662', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '20e2b36cc3763117578002a2eb0687c0', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '22031be95606acb30a1bd269723e66c6', '2026-11-30 14:52:33+00');
INSERT INTO public.used_proof VALUES ('berkane', '1365f5cef8cadefc00269d82b3cf4827', '2026-11-30 14:52:34+00');
INSERT INTO public.used_proof VALUES ('berkane', '7b73fe0fdd622c0e1260813eb19546e5', '2026-11-30 14:52:34+00');
INSERT INTO public.used_proof VALUES ('berkane', 'e9590a82a2fd0eac8b076c6b4fdd9cd5', '2026-11-30 14:52:34+00');
ALTER TABLE ONLY public.attachment_content
    ADD CONSTRAINT attachment_content_pkey PRIMARY KEY (site, attachment);
ALTER TABLE ONLY public.attachment_part
    ADD CONSTRAINT attachment_part_pkey PRIMARY KEY (site, attachment, start);
ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (site, attachment);
ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_site_token_hash_key UNIQUE (site, token_hash);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (site, entry);
ALTER TABLE ONLY public.author_question
    ADD CONSTRAINT author_question_pkey PRIMARY KEY (site, question);
ALTER TABLE ONLY public.consultation
    ADD CONSTRAINT consultation_pkey PRIMARY KEY (site, consultation);
ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (site, key_hash);
ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (site, message);
ALTER TABLE ONLY public.privacy_notice
    ADD CONSTRAINT privacy_notice_pkey PRIMARY KEY (site, hash);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (site, reference);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_site_tracking_hash_key UNIQUE (site, tracking_hash);
ALTER TABLE ONLY public.receipt_key
    ADD CONSTRAINT receipt_key_pkey PRIMARY KEY (site, key);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_pkey PRIMARY KEY (site, registration);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_site_manage_hash_key UNIQUE (site, manage_hash);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_site_session_door_code_key UNIQUE (site, session, door_code);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_site_session_turn_key UNIQUE (site, session, turn);
ALTER TABLE ONLY public.server_setting
    ADD CONSTRAINT server_setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (site, session);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (site);
ALTER TABLE ONLY public.staff_token
    ADD CONSTRAINT staff_token_pkey PRIMARY KEY (site, token_hash);
ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_pkey PRIMARY KEY (site, reference, device_hash);
ALTER TABLE ONLY public.used_proof
    ADD CONSTRAINT used_proof_pkey PRIMARY KEY (site, nonce);
CREATE INDEX attachment_proposal ON public.attachment USING btree (site, proposal, "position") WHERE (proposal IS NOT NULL);
CREATE INDEX attachment_untaken ON public.attachment USING btree (site, created_at) WHERE (proposal IS NULL);
CREATE INDEX audit_age ON public.audit USING btree (site, at, entry);
CREATE INDEX audit_proposal ON public.audit USING btree (site, proposal, at, entry);
CREATE UNIQUE INDEX author_question_open ON public.author_question USING btree (site, proposal) WHERE (replied_at IS NULL);
CREATE INDEX author_question_proposal ON public.author_question USING btree (site, proposal, asked_at);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (site, created_at);
CREATE INDEX outbox_age ON public.outbox USING btree (site, created_at, message);
CREATE INDEX outbox_due ON public.outbox USING btree (site, due_at) WHERE (state = 'pending'::text);
CREATE INDEX proposal_answered ON public.proposal USING btree (site, COALESCE(answered_at, '-infinity'::timestamp with time zone) DESC, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE INDEX proposal_axis ON public.proposal USING btree (site, axis, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE INDEX proposal_consultation ON public.proposal USING btree (site, consultation, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE UNIQUE INDEX proposal_import ON public.proposal USING btree (site, import_key) WHERE (import_key IS NOT NULL);
CREATE INDEX proposal_likeness ON public.proposal USING gin (likeness) WHERE (likeness <> '{}'::text[]);
CREATE INDEX proposal_merged ON public.proposal USING btree (site, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX proposal_place ON public.proposal USING btree (site, place_code, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE INDEX proposal_published ON public.proposal USING btree (site, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE INDEX proposal_queue ON public.proposal USING btree (site, moderation, grouped_at, duplicate_group, received_at, reference);
CREATE INDEX proposal_session ON public.proposal USING btree (site, session, moderated_at DESC, reference DESC) WHERE ((moderation = 'published'::text) AND (session IS NOT NULL));
CREATE INDEX proposal_status ON public.proposal USING btree (site, status, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE INDEX proposal_supported ON public.proposal USING btree (site, supports DESC, moderated_at DESC, reference DESC) WHERE (moderation = 'published'::text);
CREATE INDEX proposal_words ON public.proposal USING gin (words) WHERE (moderation = 'published'::text);
CREATE UNIQUE INDEX receipt_key_in_force ON public.receipt_key USING btree (site) WHERE (until IS NULL);
CREATE INDEX registration_queue ON public.registration USING btree (site, session, turn) WHERE (status = 'waitlisted'::text);
CREATE INDEX session_agenda ON public.session USING btree (site, starts_at, session);
CREATE INDEX session_audiences ON public.session USING gin (audiences) WHERE (audiences <> '{}'::text[]);
CREATE INDEX session_end ON public.session USING btree (site, end_date);
CREATE INDEX session_long ON public.session USING btree (site, starts_at, session) WHERE ((end_date - start_date) > 31);
CREATE INDEX session_parts ON public.session USING btree (site, parent, starts_at, session) WHERE (parent IS NOT NULL);
CREATE INDEX session_place ON public.session USING btree (site, place_code, starts_at, session);
CREATE INDEX session_series ON public.session USING btree (site, series, starts_at, session) WHERE (series IS NOT NULL);
CREATE INDEX session_words ON public.session USING gin (words);
CREATE INDEX used_proof_expiry ON public.used_proof USING btree (site, expires_at);
CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
ALTER TABLE ONLY public.attachment_content
    ADD CONSTRAINT attachment_content_site_attachment_fkey FOREIGN KEY (site, attachment) REFERENCES public.attachment(site, attachment) ON DELETE CASCADE;
ALTER TABLE ONLY public.attachment_part
    ADD CONSTRAINT attachment_part_site_attachment_fkey FOREIGN KEY (site, attachment) REFERENCES public.attachment(site, attachment) ON DELETE CASCADE;
ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_site_consultation_fkey FOREIGN KEY (site, consultation) REFERENCES public.consultation(site, consultation);
ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_site_proposal_fkey FOREIGN KEY (site, proposal) REFERENCES public.proposal(site, reference);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.author_question
    ADD CONSTRAINT author_question_site_proposal_fkey FOREIGN KEY (site, proposal) REFERENCES public.proposal(site, reference);
ALTER TABLE ONLY public.consultation
    ADD CONSTRAINT consultation_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_site_proposal_fkey FOREIGN KEY (site, proposal) REFERENCES public.proposal(site, reference);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_site_registration_fkey FOREIGN KEY (site, registration) REFERENCES public.registration(site, registration);
ALTER TABLE ONLY public.privacy_notice
    ADD CONSTRAINT privacy_notice_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_site_consultation_fkey FOREIGN KEY (site, consultation) REFERENCES public.consultation(site, consultation);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_site_merged_into_fkey FOREIGN KEY (site, merged_into) REFERENCES public.proposal(site, reference) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_site_session_fkey FOREIGN KEY (site, session) REFERENCES public.session(site, session);
ALTER TABLE ONLY public.receipt_key
    ADD CONSTRAINT receipt_key_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_site_session_fkey FOREIGN KEY (site, session) REFERENCES public.session(site, session);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_site_parent_fkey FOREIGN KEY (site, parent) REFERENCES public.session(site, session) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.staff_token
    ADD CONSTRAINT staff_token_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_site_reference_fkey FOREIGN KEY (site, reference) REFERENCES public.proposal(site, reference);
ALTER TABLE ONLY public.used_proof
    ADD CONSTRAINT used_proof_site_fkey FOREIGN KEY (site) REFERENCES public.site(site);
