// Gives what the single file holds packed, by the id of the element that holds it: text as
// `text91.rs` writes it, of what `pack.rs` packed. `boot.rs` puts this into the page without its
// comments.

// Other work gets its turn. A timer would wait for 4 ms, and for a second in a tab that is not in
// view; a message comes at once.
const pause=()=>new Promise(done=>{const{port1,port2}=new MessageChannel;port1.onmessage=done;port2.postMessage(0)});

const bytes=text=>{
  const out=new Uint8Array(text.length);
  let low=-1,bits=0,count=0,at=0;
  for(let i=0;i<text.length;i++){
    const code=text.charCodeAt(i),digit=code-33-(code>38)-(code>60)-(code>92);
    if(low<0){low=digit;continue}
    const value=low+digit*91;
    low=-1;bits|=value<<count;count+=(value&8191)>88?13:14;
    for(;count>7;count-=8){out[at++]=bits;bits>>=8}
  }
  if(low>=0)out[at++]=bits|low<<count;
  return out.subarray(0,at)
};

// Decodes a file of LZMA (`.lzma`), whose header tells the size. Names are those of the format's
// specification. An engine compiles small functions sooner than one large one, and what counts here
// is the first tenth of a second: with all of them written into one loop this took twice as long.
const lzma=async from=>{
  const fail=()=>{throw Error("what this file holds is damaged")};
  const head=new DataView(from.buffer,0,from.length);
  // Sizes beyond 4 GB are none of ours, and every stream begins with a zero.
  if(from.length<18||from[0]>224||head.getUint32(9)||from[13])fail();
  const lc=from[0]%9,lp=(from[0]/9|0)%5,pb=from[0]/45|0,size=head.getUint32(5,true);
  // All tables of probabilities, one behind another; that of literals, whose size differs, is last.
  const out=new Uint8Array(size),probs=new Uint16Array(1846+(768<<lc+lp)).fill(1024),reps=new Uint32Array(4);
  // Range and code. An array of this kind keeps both within 32 bits.
  const rc=new Uint32Array([-1,head.getUint32(14)]);
  let next=18,at=0,state=0;
  const split=bound=>{
    let bit=0;
    if(rc[1]<bound)rc[0]=bound;else{rc[0]-=bound;rc[1]-=bound;bit=1}
    if(rc[0]<16777216){
      if(next===from.length)fail();
      rc[0]<<=8;rc[1]=rc[1]<<8|from[next++]
    }
    return bit
  };
  const decode=i=>{
    const prob=probs[i],bit=split(Math.imul(rc[0]>>>11,prob)>>>0);
    probs[i]+=bit?-(prob>>5):2048-prob>>5;
    return bit
  };
  const tree=(i,end)=>{let m=1;while(m<end)m=m*2+decode(i+m);return m-end};
  const reverse=(i,bits)=>{
    let m=1,value=0;
    for(let n=0;n<bits;n++){const bit=decode(i+m);m=m*2+bit;value|=bit<<n}
    return value
  };
  // After a match the byte that would have followed it is a hint, as long as all bits agree.
  // Before the first byte there is none, which counts as 0.
  const literal=i=>{
    let m=1,match=out[at-reps[0]-1],hint=state>6?256:0;
    while(m<256){
      match<<=1;
      const like=match&hint,bit=decode(i+hint+like+m);
      m=m*2+bit;hint&=bit?like:~like
    }
    return m
  };
  const length=(i,near)=>decode(i)?decode(i+1)?18+tree(i+258,256):10+tree(i+130+near,8):2+tree(i+2+near,8);
  const distance=slot=>{
    if(slot<4)return slot;
    let bits=(slot>>1)-1,far=(2|slot&1)<<bits;
    if(slot<14)return far+reverse(687+far-slot,bits);
    while(bits-->4){rc[0]&=-2;far+=split(rc[0]>>>1)<<bits}
    return far+reverse(802,4)
  };
  const packet=()=>{
    const near=at&(1<<pb)-1,i=state*16+near,late=state>6;
    if(!decode(i)){
      out[at]=literal(1846+768*(((at&(1<<lp)-1)<<lc)+(out[at-1]>>8-lc)));
      at++;state=state<4?0:state-(state<10?3:6);
      return
    }
    const rep=decode(192+state),which=rep?decode(204+state)&&1+(decode(216+state)&&1+decode(228+state)):3;
    let end=at+1;
    if(rep&&!which&&!decode(240+i))state=late?11:9;
    else{
      end=at+length(rep?1332:818,near*8);
      const back=rep?reps[which]:distance(tree(304+64*Math.min(end-at,5),64));
      reps.copyWithin(1,0,which);reps[0]=back;
      state=(late?10:7)+rep
    }
    const back=reps[0]+1;
    if(back>at||end>size)fail();
    for(;at<end;at++)out[at]=out[at-back]
  };
  for(let count=0,until=0;at<size;count++){
    // It must not hold the page for long.
    if(!(count&255)&&performance.now()>until){await pause();until=performance.now()+12}
    packet()
  }
  // A stream that is whole ends with its input, and leaves nothing in the code.
  if(rc[1]||next!==from.length)fail();
  return out
};

const unpack=async id=>{await pause();return lzma(bytes(document.getElementById(id).textContent))};
